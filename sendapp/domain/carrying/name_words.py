"""Words that tell a name from other capitalised words, in lists of our own."""

from sendapp.domain.carrying.spans import word_set

TITLES = word_set(
    "Mr Mrs Ms Miss Mx Dr Doctor Prof Professor Sir Dame Rev Revd Reverend Cllr Cllrs "
    "Councillor Councillors Alderman Lord Lady Canon Father Sister Captain Major Colonel Judge "
    "Messrs Baroness Archdeacon Imam Rabbi Sgt Sergeant PC Inspector Hon"
)
"""What stands before the name of a person."""

FIRM_ENDS = word_set(
    "Ltd Ltd. Limited LLP plc PLC CIC CIO Inc Incorporated Sons Bros Brothers Partners "
    "Associates Co Daughters Daughter LP Cyf"
)
"""How the name of a firm ends, whatever words stand before."""

PLACE_ENDS = word_set(
    "Street Road Lane Avenue Drive Way Court House Lodge Farm Terrace Row Hill Grove Crescent "
    "Mews Walk Quay Wharf Yard Mill Mills Inn Arms Hotel Estate Wynd Fields Field Piece Leys "
    "Manor Cottage Cottages Villas Villa Parade Rise Gardens Bridge Lock Halt Wood Woods Copse "
    "Heath Moor Barn Barns Tower Towers Chambers Buildings Passage Alley Causeway Embankment "
    "Esplanade Promenade Gate Gates Bank View Brook Beck Meadow Meadows Common Green Pond "
    "Reservoir Weir Malthouse Priory Abbey Castle Chapel Church Cathedral Mosque Temple "
    "Vicarage Rectory Hall Baths Lido Academy School College University Hospital Surgery "
    "Practice Infirmary Hospice Nursery Library Museum Theatre Cinema Gallery Stadium Arena "
    "Park Recreation Playground Pavilion Bandstand Cemetery Crematorium Station Depot Works "
    "Foundry Factory Market Square Place Circus Close Exchange Courtyard Arcade Precinct "
    "Roundabout Junction Viaduct Tunnel Canal Harbour Marina Dock Docks Pier Beach Bay Island "
    "Valley Vale Wold Fen Marsh River Retreat Centre"
)
"""How the name of a place or a house ends."""

BODY_ENDS = word_set(
    "Courier Gazette Herald Mercury Chronicle Echo Times Advertiser Observer Argus Trust "
    "Foundation Homes Refuge Solutions Software Engineering Construction Surveyors Solicitors "
    "Architects Consulting Catering Systems Developments Builders Contractors Coaches Metals "
    "Roofing Homecare Coffee Café Bakery Brewery Kitchen Kettle Shelter Festival Carnival "
    "Rovers United Rangers"
)
"""How the name of a body may end, where what stands before is no common thing."""

GENERIC = word_set(
    "a an the our this that each every any all no new old main local public private community "
    "town city county district borough parish village primary secondary junior infant nursery "
    "special independent grammar high free church civic leisure family children children's "
    "adult day youth sports sport health medical general council civil combined district own "
    "former present whole central north south east west northern southern eastern western upper "
    "lower shopping retail business industrial bus coach railway train fire police power "
    "pumping polling car lorry country theme national regional mobile open green brown skate "
    "play swimming teaching learner training call contact data day job resource wellbeing "
    "recycling household waste early years one stop customer access control crown county youth "
    "magistrates' magistrates high court supreme estate managing housing residential care "
    "nursing extra sheltered club clerk ward first second third building full best due record "
    "conservation development local nature playing royal market crematorium cemetery library "
    "museum theatre school schools academy college hospital depot station park pool table room "
    "hall house road street highway highways cycle bridge site further higher reception sixth "
    "form family hub support advice community voluntary social work single mother and of for to "
    "in on at & property freehold leasehold tenanted affordable sea hold take"
)
"""What stands before the end of a name in a common thing: "primary school", "bus station"."""

GOVERNMENT = word_set(
    "Council Plan Strategy Policy Committee Board Panel Cabinet Executive Scheme Forum "
    "Constitution Budget Programme Framework Standards Members Member Officers Register "
    "Partnership"
)
"""What the council has its own of: its name before them makes no other name."""

JOINING = word_set(
    "Friends University Diocese Bank Duke Earl Bishop Isle Port Parish Church Society "
    "Archdiocese House Bishop School Trustees Governors Manor Vale Royal Guild Company"
)
"""What is joined with "of" into one name: "Friends of Larkmead Park"."""

POSTS = word_set(
    "director head manager officer leader member lead chair chairman clerk mayor commissioner "
    "superintendent surveyor engineer solicitor secretary treasurer adviser advisor consultant "
    "inspector registrar coordinator co-ordinator navigator ranger planner accountant auditor "
    "valuer architect lawyer barrister governor headteacher principal executive deputy "
    "assistant worker analyst technician monitor portfolio holder applicant tenant owner "
    "occupier"
)
TEAMS = word_set(
    "team service services department unit office directorate group section council committee "
    "officers legal finance democratic"
)

PARTICLES = word_set("de la le du von van der den of the o y ap ab upon on in under")

PLACE_STARTS = word_set(
    "River Lake Mount Port Lower Upper Great Little Old Nether Over Long High Far Saint North "
    "South East West Royal New Church Castle Abbey Mill Queen King Station Market Park Hill"
)
"""What the name of a place may begin with, and a sentence seldom does."""

SMALL_ENDS = word_set(
    "estate ward parish depot bridge park school street road lane farm ferry bypass site"
)
"""What belongs to the name before it though it is written small: "the Garrison estate"."""

LAWS = word_set("Act Acts Regulations Directive Convention Bill Measure Protocol Byelaws")
"""How the name of a law ends: nothing that belongs to one case."""
