"""The common words of a council's records, each in its shortest form, in a list of our own."""

from sendapp.domain.carrying.spans import word_set

COMMON_WORDS = word_set(
    """
ability able about above absence absolute abstention abuse abutment academic accept acceptance
access accessibility accessible accessories accident accommodation accompany accord accordance
accordingly account accrual achieve acquire acquisition acres across act activity actual adapt add
addition address adjoining adjudication adjust administer administration administrators admission
admit adopt adult advance advantage advantageous adventure adverse advertise advice advise
advisory advocacy advocate affair affect affidavit afford afghan after afternoon afterwards again
against age agency agenda agent agree ahead aid aim air alarm alcohol align alike all alleviation
alley allocate allotment allow allowance almost alone along alongside already also alterations
alternative although altogether always am ambassador ambition ambulance amend amenity among
amortisation amount amp ample amusement an analyse analysis ancient ancillary and animal annex
annexe announce annual annum another answer anti any anyone anything apart apparent appeal appear
appended appendices appendix appetite applicant application apply appoint appraise appreciate
apprentice apprenticeship approach appropriate approve april aprons aquifer arbitration arborist
arcade archaeology archery architect archive are area arena arise arm around arrange arrays arrear
arrive art article as asbestos asian aside ask aspect assemble assess asset assign assist
associate assume assumption assure asthma astroturf asylum at attach attend attendance attention
attract auction audit august authorise authority autism autistic automatic autopilot autumn
available average avoid await award aware away baby back backdating background backlog bad badge
badminton balance ballot ban banded bandstand bank bankruptcy bar barbecues barcode bargaining
barns barrier barrister base baseline basic basis basket batch bath battery bay be beach beam bear
became because become bed bedroom bedsits beech been before began begin behaviour behind being
believe belisha belong below benches benchmark beneath benefit bereavement beside best better
betting between beyond bias bicycle bid biennial biffa big bill bin biodiversity bird birth black
blazer blind block blue board boat boathouse body boiler bollard bond bonfire book bookings border
borehole borough borrow both bottom bought boundary bowls box branch breach break breakdowns
breakfast breastfeeding breeding brewery brick brickwork bridge bridleway brief bring britain
british broad broadband broken brought brown budget buggies build buildings built bulb bulk
bullying bund burden burglary burial bursaries bus busiest business busker but buy by byelaw bylaw
byway cabinet cable caddy cafe café calculate calendar call came camera campaign can cancel cancer
cannot canvass cap capability capacity capital car caravan carbon care caretaker carnival carriage
carriageway case caseload cash casino casualties catalogue catalyst catchment cater cause caution
cautious cavity cctv cease ceiling cement cemetery census cent centenary centre certain certainty
certificate certify chair challenge champion chance change channel chapel chapter character charge
charity charter chase che cheap check chest chief child children chiller chimney chlamydia choice
choir choose chosen christian christmas church churchyards circular circulated circumstance circus
citizen city civic civil claim clarify clarity class classroom clause clawback clean clear
clearance clerk climate climbing clinic close closedown closure cloud club cm co coach coal coast
code cohesion collaborate collapse colleague collect college collision column combine come comfort
commencement commencing commerce commercial commission commit committee common communal
communicate community commute company compare comparison compelling compensation compete competent
competition competitive complain complaint complete complex compliance comply component composting
comprehensive compulsory computer concern concert concession concessionary conclude conclusion
concrete condensing condition conduct confer conference confidence confident confidential confines
confirm conflict connected connection consensus consent consequence consequently conservator
conserve consider consist consistent consortium constitute constrain constraints construct consult
consultancy contact contain contamination content context continence contingency continue
contraception contract contrary contribute control convenience convenient convention conversion
convert conveyance conviction cooker cooks cool coordinate copper copy core coroner corporate
correct correspond corridor corroded cost could council counsel count country countryside couple
course court covenant cover covid cr crash create creche credit cremate crematorium crew cricket
crime criminal crisis criteria criterion critical cross crowding crown crushed culture culvert
cups curb current curriculum custom cut cyber cycle cyclist daily damage damp dance danger
dashboard data database date daughter dawn day daytime dead deal dear death debate debt decade
decant decarbonise decay december decent decide decision deck declare decline decommission
decontamination dedicate deduction deed deem deep default defeated defect defence defend defer
deficit define defra degree delay delegate delete deliver deliverables demand dementia democracy
democratic demolish demolition demonstrate density dental dentists deny department depend
dependencies dependent deploy deposit depot depreciation deprive deputy derelict describe
description deserve design designate desire desk desktop despite destroy detail detect deter
determine develop device devolve diabetes diagnose diagnosis dialogue did die differ difference
different difficult dig digital dignity dilapidations dinghies diocese diploma direct directorate
directory disability disabled disagree discharge disclose disclosure discount discretion
discretionary discrimination discuss disease dismissed disorder dispensation disperse display
disposals dispose dispute disrupt dissolved distance distinct distribute district disturb ditches
diver diverse divert divide division do dock doctor document does dog doing domestic domiciliary
done double doubt down downpipe draft drain drama draw drawings drawn dress drew drier drink drive
drop drought drug dry due duly dune duplicate duration during duty dwelling dynamic each eager
earlier early earmarked earn earth ease easier east eastern eat ecological ecology economic
economy edge editor educate effect efficient effort eight eighteen either elder elect electoral
electric electronic element eleven eligible eliminate else elsewhere embankment embed emerge
emergency emission emphasis employ employee empower empty enable enclose encourage end endorse
energy enforce engage engineer england english enhance enjoy enough enquiry enrich ensemble ensure
enter enterprise entertain entire entitle entrance entry environment equal equine equip equity
equivalent error especially essential establish estate estimate estuary ethic ethnic europe
european evaluate eve even evenings event eventually every eviction evidence ex exact examine
example exceed excellent except exceptional excess exchange exclude exclusions exclusive execute
exempt exercise exhibition exist exit expand expansion expect expedient expeditious expend
expenditure expense experience expert expire explain explore export expose express extend
extension extent external extra extraction extraordinary eye face facilitate facility fact fail
failure fair faith fall fallback fallen false family far fare farm farmland farmyard fast father
fault favour fear feasible feature february fee feedback feel fell female fence ferries festival
fete few fiction field fifteen fifth fifty fight figure file fill film filtration finance
financial find fine finger finish fire firework firm first fiscal fish fit five fix fixture flag
flat fleet flexible floating flood floor flow fluvial fly focus follow food foot football
footbridge footfall footpath footway for forbidden force forecast foreseen form formula forth
fortnight forty forum forward foster found four fourteen fourth fraction frailty frame framework
fraud free freedom freehold freeport freeze freight frequent fresh friday friend from front fuel
fulfil full function fund funeral furniture further future gable gain gale gallery gambling games
gap garage garden gas gate gateway gather gave gender general generate gentle genuine geographic
geography get gift girl give given glass global gloves go goal goes going gone gonorrhoea goods
google govern governance grade gradient gradual graduate graffiti grant graph grass grave great
green greenhouse greenway grew grit gross ground groundwater groundworks group grow growth groyne
guarantee guarantor guard guardian guidance guide guideline gulley gully gutter gym gymnasium
gymnastics gypsy gyratory habitat hackney had half hall halved halves hand handle handover happen
harbour hard hardback hardship hardstanding harm has hate have hazard hazardous he head headings
headstones headteacher headwall health healthcare healthwatch hear heat heavy hectares hedge
height held help hence her here heritage hetty hide high highway hill him hire his historic
history hockey hold holdings hole holiday home homecare homelessness honest hood hooves hope
horizon horse hospice hospital hostel hosting hot hotel hour house household how however hub human
humidity hundred husband hydraulic hygiene ice idea ideal identification identify identity if ii
ill illegal image imagine immediate immigration imminent immunisation impact impair implement
implication import impose impossible improve in incentive incident include inclusion inclusive
income incorporate increase incumbent incur indeed indemnity independent index indicate indirect
individual industrial industry inequality infant inflation influence inform infrastructure inherit
initial initiate injunction injury innovation input inquest inquiry insert inside insist
insolvency insource inspect inspectorate install instalment instance instant instead institute
instruct instrument insulate insurance insure integrate integrity intend intense intention
interest interference interim internal international internet interpret intervene intervention
into introduce introduction invest investigate invite invoice involve ireland irish irrecoverable
irrespective is islam island isolate issue it item its itself january jaz jetty jewish job join
joint joist journey judge judicial july junction june junior just justice justify keep kennel kept
kerb kerbside key kind king kingdom kinship kiosk kissing kit kitchen kitemark knew knife know
knowledge known label labour lack laid lake lamp land landfill landlord landowner landscape lane
language lapse laptops large last late lathe launch lavatory law lawyer lay layby lead leadership
leaf league leaks leans learn lease leasehold least leave led left legacy legal legionella
legislate legitimate leisure lend length lent less lessen lesson let lettings level levy liability
liable liaison library licence license lido lies life lifelong lifetime lift light like limb lime
limestone limit line link lintel liquid list listen lit literacy literature litigation little live
livery load loan lobby local localism locate lock lodge log london long look lords lorry lose lost
lot lottery love low loyal lump lunch machine machinery made magistrate main maintain maintenance
majesty major make male man managed management manager mandate mandatory manhole manual
manufacture map maple march margin mark market markings marriage marry masks masonry mass master
match material maternity mathematics maths matrix matter matting mature maximise maximum may meal
mean meant meanwhile measure mechanism media median mediate medical medicine medium meet member
membership memorandum memorial memory mended mental mention mentor merchant merge merit message
met metered method metre metropolitan mice michaelmas microsoft mid middle midnight might migrant
migrate mile milestones military milk million mind mine mineral mini minimal minimise minimum
minister ministry minority minute mirror miscellaneous miss misuse mitigate mix mm mobile mode
model moderate modern modification modify modular moment monday money monitor month monument more
moreover morning mortgage most mothball mother motion motor mould move much multi multiple
municipal museum music muslim must mutual name narrow nation nationality nature navigate nd near
necessary need negative negotiate neighbour neighbourhood neither net netball network neurodiverse
neutral never nevertheless new newspaper next nice night nightclub nil nine nineteen no nobody
noise nominate non none nonetheless noon nor normal north northern not note nothing notice notify
novation november now number numeracy numerous nurse nursery nutrient nutrition oaks obesity
object objectives oblige observe obsolete obtain obvious occasion occupational occupy occur
october odd of off offence offender offered office official ofsted often oil old ombudsman on once
one ongoing online only onto onward open operate operational opinion opportunity oppose opposite
opt opticians optional or oral orchestra order ordinary organic organise origin other otherwise
ought our out outbreak outcome outdoor outfall outlay outline outlook output outreach outright
outside outstanding outturn outward outweigh over overall overdue overhangs overlap overruled
oversee owed owing own ownership pack packages paddle page paid paint paintings pair pallets
palliative pandemic panel paper parade paragraph paralegal parallel parapet parcel parent parish
park parliament part partial participate particular partner partnership pass passages passenger
passport past pastoral patch path pathway patient patrol pattern pause pavement pavilion paving
pay payroll payscale peace pedestrian pedlar peer pelican penalty pending pension penstock people
peppercorn per perceive percent perform performance perhaps period permanent permission permit
person personnel pest petition petting pharmacist pharmacy phase phone phonics photograph physical
pick picture piece pier piercing pile pilot pines pioneer pipeline pipework pitch place plain plan
planks plant plaster plastic platform play playground plc please pledge plot ploughing plus
pluvial pm point police political poll pollution pool poor popular population portal portfolio
position positive possess possible post pot potential pottery pound poverty power practice
practitioner praise prams pre precautionary precept precinct predates predict prefer pregnant
premise premium prep prepare prescribe preservation president press pressure presume prevent
previous price pride primary prime principal principle print prior prison privacy private probable
probate problem procedure proceed process procure produce product productivity profession profile
profit program programme progress prohibit project prominent promise promote prompt proof prop
property proportion proportionate proposals propose prosecute prospect prosperity protect protocol
proud prove provide provision prudent prudential pruning pub public publish puffin pump punctual
pupil purchase pure purlin purpose pursue push put qualify quality quantity quarter queen question
questionnaire queue quick quiet quit quite quorum quota quote race rack radio radon rafe rafter
rail railway rain raise ramblers ramp ran rang range rank ransom rapid rate rather ratify ratio
rationale raw re reablement reach react read real realm rear reason reasonably rebate receipt
receive recently reception reckons recognise recommend reconcile record recovery recreation
recruit recur recusal recycled recycling red reduce reduction redundancy redundant ref reference
referendum referral referred refit reflect refuge refugee refunded refunds refurbish refuse regard
regime region register registrar registration regular regulate rehabilitate rehousing reimburse
reinstate reject relating relative releases relevant relief religion rely remainder remaining
remains remediation remedy remission remote removal removes removing render renew renovated rent
reopened reorganisation repaired repairing repay repeal repeat replaced replacement replaces reply
report repossession represent representative reproduced repudiate reputation request require
rescue reseller reserves resettlement residence resident residential residual resilience resilient
resist resolved resolves respect respite respond response responsible rest restaurant restriction
restrictive result resume resurfacing retail retain retention retire retrofit returned returns
reuse reverse revert revetment reviewed reviewer reviews revise revoke rich ride right ring rise
risen risk rival river riverside road roadmap roadside role roll rollout roma roof room root rose
rotate rough round roundabout route routine row royal rugby rule run rural safe safeguard safety
said sailing salary sale salt same sample sanction sand sandbag sandbank sane sanitation satellite
satisfactory satisfy saturday sauna save savings saw say scaffold scale scene schedule scheme
scholar school science scooters scope score scotland scottish scour scout scrap screen scrutiny
sea seafront seal search season seat second secondary secretary section sector secure see seek
seem seen seize seldom select self sell send senior sense sensible sensitive sensory sent sentence
separate september sequence serious serve service session set settle seven severe sewage sewer sex
sexual shade shall shape share she sheet shelf shelter shift shoes shoot shop shore short
shortfall shortlisted should show shown shut siblings sick side sight sign signals significant
silent similar simple since single sinking sister sit site situation six sixteen sixth sixty size
skate skatepark ski skill skips slab sleep slight slip slope slots slow sluice small smart smoke
snow so social society soft software soil solar sold sole solicitor solid solution solve some
something son soon sort sought sound source south southern spa space spare speak special
specialist species specific specify spectrum speech speed spend spent spike spine spirit splash
split spoke sponsor sponsorship sport spot spread spring square squash st stable staff stage stair
stakeholder stall stallholder stamp stand standard standby standstill start state statistic status
statute statutory stay steady steam steel steering stem step steward still stimulate stock stone
stonework stood stop store storm straight strain strand strategic strategy stream street strength
strengthen stress stretch strict strike string stroke strong structure student study style sub
subject submission submit subscribe subscription subsequent subsidiary subsidy substance
substantial substantive substation substitute suburb subway succeed success such sudden suffer
sufficiency sufficient suggest suit suitability sum summary summons sunday superintendent
supermarket supersede supervise supplement supplier supply support suppose supreme surcharge sure
surface surgery surplus surrender surround surveillance survey suspend sustain sustainability
sweep swim switch switchboard sycamore syllabus syphilis syrian system table tackle tactile take
taken talent talk tapping target tariffs tarmac task tattoo taught tax taxi taxpayer teach team
technical technique technology teenager telecare telephone television tell temperature temporary
ten tenancy tender tennis tension tenth tenure term terminal terminate terrace territory tertiary
test text textile th than thank that the theatre thefts their them theme themselves then theory
therapist therapy there thereby therefore these thin thing think third thirteen thirty this
thorough those though thought thousand threat three threshold thrive through throughout thursday
thus ticket tide tie timber time timetable tip title to today together toilet token told tolerance
tonight tonne too took tool toolkit top topic total toucan touch tour tourism tourist toward tower
town towpath toxic toy traced tracing track trade tradition traffic trailer train trajectory trams
tranche transact transfer transferee transform transit translate transparency transparent
transport travel treasury treat tree trend trial tribunal triennial trip trouble true truss trust
trustee truth try tuesday tuition turbidity turn turnover twelve twenty twice twin two type
typical ukraine ukrainian ukri ultimate umbrella unanimous unchanged unclassified under undergo
underpin understanding undertenant underway unemployed unharmed uniform union unique unison unit
unitary unite universal university unlawful unlikely unopposed unplanned until up updates upgrade
upheld uphold upkeep uplift upon uprate upstream upward urban urge urgency urgent usable usage use
usual utility vacancy vacant vacate vaccination valid value van vandalised variable variance
variation variety various vary vast vehicle vend ventilate venture venue verge version vertical
very vest veteran via viability viable vibrant victim view village violence violent virement
virtue visa visibility visible vision visit visual vital vocation voice void voles volume
voluntary volunteer vote voucher vulnerable wage wait waive wales walk wall want ward warden warm
warn warrant was waste watch water watersport waterway wave way wayleave weak wealth wear weather
web website wednesday week weekday weekend weighed weighing weight weir welcome welfare well
wellbeing welsh went were west western westminster wet what whatever wheel wheelchair when
whenever where whereas wherever whether which whichever while white whitehall whitsun who whole
wholesale whom whose why wide widen widow width wife wild wildlife will win window windrush winter
wipe wiring wish with withdraw withdrawn withdrew withheld within without witness woman women wood
word work workforce workplace workshop workstream world worse worsen worst worth would wrap write
written wrong wrote yard year yellow yes yet yield you young youth zebra zero zone zoo
"""
)
