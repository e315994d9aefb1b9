-- A tiny database of schema 2, as released. Never edited: councils have it.
pragma application_id = 1146242371;
pragma user_version = 2;
CREATE TABLE records (
        rowid integer primary key,
        id text not null unique,
        status text not null default '',
        title text not null default '',
        decision_maker text not null default '',
        date_of_decision text not null default '',
        created text not null,
        saved text not null,
        binned text not null default '',
        hash text not null,
        row_hash text not null,
        decision_maker_name text not null default '',
        decision_lead_in text not null default '',
        record_type text not null default '',
        council text not null default '',
        reference text not null default '',
        conflicts_declared text not null default '',
        draft_list_published text not null default '',
        confirmed_list_published text not null default '',
        key_decision text not null default '',
        key_decision_reason text not null default '',
        call_in_applies text not null default '',
        notice_published text not null default '',
        notice_reference text not null default '',
        wards text not null default '',
        report_author text not null default '',
        contact text not null default '',
        directorate text not null default '',
        consultees text not null default '',
        authority text not null default '',
        implementing_officer text not null default '',
        typed text not null default '',
        unknown text not null default '',
        decisions text not null default '',
        reasons text not null default '',
        options text not null default '',
        conflicts text not null default '',
        urgency text not null default '',
        background_papers text not null default '',
        appendices text not null default '',
        notes text not null default ''
    , decision_maker_interest text not null default '', clearances text not null default '', set_aside text not null default '') strict;
CREATE INDEX records_by_saved on records (saved desc, status) where binned = '';
CREATE INDEX records_by_title on records
        (title = '', title collate nocase, created desc, status) where binned = '';
CREATE INDEX records_by_title_down on records
        (title = '', title collate nocase desc, created desc, status) where binned = '';
CREATE INDEX records_by_date on records
        (date_of_decision desc, created desc, status) where binned = '';
CREATE INDEX records_by_date_up on records
        (date_of_decision = '', date_of_decision, created desc, status) where binned = '';
CREATE INDEX records_by_maker on records
        (decision_maker = '', decision_maker collate nocase, created desc, status)
        where binned = '';
CREATE INDEX records_by_maker_down on records
        (decision_maker = '', decision_maker collate nocase desc, created desc, status)
        where binned = '';
CREATE INDEX records_by_post on records (decision_maker, created) where binned = '';
CREATE INDEX records_in_bin on records (binned desc) where binned <> '';
CREATE VIRTUAL TABLE records_words using fts5 (
        words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
    );
CREATE TABLE settings (
        name text primary key,
        value text not null
    ) strict, without rowid;
insert into records (rowid, id, status, title, decision_maker, date_of_decision, created, saved, hash, row_hash, decision_maker_name, decision_lead_in, record_type, council, reference, conflicts_declared, draft_list_published, confirmed_list_published, key_decision, key_decision_reason, call_in_applies, notice_published, notice_reference, wards, report_author, contact, directorate, consultees, authority, implementing_officer, typed, unknown, decisions, reasons, options, conflicts, urgency, background_papers, appendices, notes, decision_maker_interest, clearances, set_aside) values (
    1,
    '00000000-0000-4000-8000-000000000001',
    'implementable',
    'Resurfacing of Tanner''s Quay',
    'Cabinet Member for Streets',
    '2026-03-02',
    '2026-03-02T09:00:00.000000+00:00',
    '2026-03-02T09:00:01.000000+00:00',
    '5fcd41bf332f11588d4ff2691f79e593b9550fcac001568232eff4ba5a8b1fa4',
    '7fbaeb8aca6b244eebc7a9878640168647ef428a140dc8ff5d83b4dd6d61a542',
    'Councillor Asha Pell',
    'The Cabinet Member for Streets approves',
    'cabinet-member',
    'Marlhaven Borough Council',
    'MBC/2026/014',
    'declared',
    '2026-03-03',
    '2026-03-09',
    'yes',
    'It costs more than the council''s threshold.',
    'yes',
    '2026-01-30',
    'FP/26/007',
    'Quayside; Old Town',
    'Mira Okafor',
    'streets@marlhaven.example',
    'Place',
    'Harbour users
The Quay Traders'' Association',
    'Constitution, part 3, paragraph 4.2',
    'Head of Highways',
    '{"notice_published":"end of January"}',
    '{"later":1}',
    '[{"key":"decisions-0","text":"<p>The resurfacing of Tanner''s Quay.</p>"}]',
    '[{"key":"reasons-0","text":"<p>The setts have sunk.</p>"},{"key":"reasons-1","text":"<p>Repairs no longer hold.</p>"}]',
    '[{"key":"options-0","title":"Resurface","recommended":true,"text":"<p>It lasts.</p>"},{"key":"options-1","title":"Do nothing","text":"<p>The quay would close.</p>"}]',
    '[{"key":"conflicts-0","member":"Councillor Owen Tarrant","interest":"Owns a boat moored at the quay.","dispensation":"To take part, but not to vote.","granted_by":"Standards Committee","granted_on":"12 February 2026"}]',
    '[{"key":"urgency-0","kind":"general exception","reason":"The tide tables leave one week.","agreed_by":"Chair of Scrutiny","agreed_on":"20 February 2026"}]',
    '[{"key":"background_papers-0","text":"Survey of the quay, October 2025"}]',
    '[{"key":"appendices-0","title":"Appendix 1: tender prices","exempt":true,"paragraphs":[3],"public_interest":true}]',
    'Ask finance about the contingency.',
    'no',
    '[{"key":"clearances-0","role":"Finance","name":"Ines Coyle","cleared_on":"26 February 2026","comment":"No risk."}]',
    '[{"key":"set_aside-0","check":"numbered-by-hand","field":"reasons","words":"A.","reason":"It is the name of the pier."}]'
);
insert into records (rowid, id, status, title, decision_maker, date_of_decision, created, saved, binned, hash, row_hash, decision_lead_in, record_type, council, conflicts_declared, decisions, reasons, options) values (
    2,
    '00000000-0000-4000-8000-000000000002',
    'draft',
    'In the bin',
    'Cabinet Member for Streets',
    '2026-03-02',
    '2026-03-02T09:00:02.000000+00:00',
    '2026-03-02T09:00:03.000000+00:00',
    '2026-03-02T09:00:04.000000+00:00',
    '2fb0e4b81e758c7d44eba070cc2b0c56cb6bf067893f5dca6101f49ec62e1430',
    'cc085cad5cc2439566a471c2c5fd0f3055aaffa50349bc741e907fc96df42779',
    'The Cabinet Member for Streets approves',
    'cabinet-member',
    'Marlhaven Borough Council',
    'none',
    '[{"key":"decisions-0","text":"<p>The resurfacing of Tanner''s Quay.</p>"}]',
    '[{"key":"reasons-0","text":"<p>The setts have sunk.</p>"},{"key":"reasons-1","text":"<p>Repairs no longer hold.</p>"}]',
    '[{"key":"options-0","title":"Resurface","recommended":true,"text":"<p>It lasts.</p>"},{"key":"options-1","title":"Do nothing","text":"<p>The quay would close.</p>"}]'
);
insert into records_words (rowid, words) values (
    1,
    'Resurfacing of Tanner''s Quay
Cabinet Member for Streets
The Cabinet Member for Streets approves
The resurfacing of Tanner''s Quay.
The setts have sunk.
Repairs no longer hold.
Resurface
It lasts.
Do nothing
The quay would close.
Councillor Owen Tarrant
Owns a boat moored at the quay.
To take part, but not to vote.
Standards Committee
12 February 2026
Marlhaven Borough Council
MBC/2026/014
Councillor Asha Pell
It costs more than the council''s threshold.
FP/26/007
The tide tables leave one week.
Chair of Scrutiny
20 February 2026
Quayside; Old Town
Mira Okafor
streets@marlhaven.example
Place
Harbour users
The Quay Traders'' Association
Constitution, part 3, paragraph 4.2
Head of Highways
Survey of the quay, October 2025
Appendix 1: tender prices
Finance
Ines Coyle
26 February 2026
No risk.
Ask finance about the contingency.
end of January'
);
insert into records_words (rowid, words) values (
    2,
    'In the bin
Cabinet Member for Streets
The Cabinet Member for Streets approves
The resurfacing of Tanner''s Quay.
The setts have sunk.
Repairs no longer hold.
Resurface
It lasts.
Do nothing
The quay would close.
Marlhaven Borough Council'
);
insert into settings (name, value) values (
    'council',
    '"Marlhaven Borough Council"'
);
