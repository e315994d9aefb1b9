-- A tiny database of schema 3, as released. Never edited: councils have it.
pragma application_id = 1146242371;
pragma user_version = 3;
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
    , decision_maker_interest text not null default '', clearances text not null default '', set_aside text not null default '', carried text not null default '', circulations text not null default '') strict;
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
CREATE TABLE versions (
        rowid integer primary key autoincrement,
        record_id text not null,
        at text not null,
        who text not null default '',
        why text not null,
        note text not null default '',
        hash text not null,
        row_hash text not null,
        content blob not null
    ) strict;
CREATE INDEX versions_by_record on versions (record_id, rowid);
CREATE TRIGGER versions_stay before update on versions
    begin
        select raise(abort, 'versions are never rewritten');
    end;
CREATE TRIGGER versions_go_with_their_record before delete on versions
    when exists (select 1 from records where id = old.record_id)
    begin
        select raise(abort, 'versions are never deleted while their record is kept');
    end;
insert into records (rowid, id, status, title, decision_maker, date_of_decision, created, saved, hash, row_hash, decision_maker_name, decision_lead_in, record_type, council, reference, conflicts_declared, draft_list_published, confirmed_list_published, key_decision, key_decision_reason, call_in_applies, notice_published, notice_reference, wards, report_author, contact, directorate, consultees, authority, implementing_officer, typed, unknown, decisions, reasons, options, conflicts, urgency, background_papers, appendices, notes, decision_maker_interest, clearances, set_aside, carried, circulations) values (
    1,
    '00000000-0000-4000-8000-000000000001',
    'implementable',
    'Resurfacing of Tanner''s Quay',
    'Cabinet Member for Streets',
    '2026-03-02',
    '2026-03-02T09:00:00.000000+00:00',
    '2026-03-02T09:00:01.000000+00:00',
    '4996e7cb25d3180b4bae25f199896d04aa4436705ab49d060c20b8154ed51254',
    '683865b7cff49a622e8b883cdc7da24f0395be3b264701e728ecc3e81abaf504',
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
    '[{"key":"set_aside-0","check":"numbered-by-hand","field":"reasons","words":"A.","reason":"It is the name of the pier."}]',
    '[{"key":"carried-0","field":"reasons","words":"1 April 2019","kind":"date"}]',
    '[{"key":"circulations-0","number":"1","to":"Legal","on":"2026-02-20","words_hash":"0000000000000000000000000000000000000000000000000000000000000000"}]'
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
insert into versions (rowid, record_id, at, who, why, hash, row_hash, content) values (
    1,
    '00000000-0000-4000-8000-000000000001',
    '2026-03-02T09:00:05.000000+00:00',
    'Ines Coyle',
    'left',
    'c7dca8f04acf1c5ad6969b5b3e6a13fb094d020ae2610fd080418c27114a3e1e',
    '11be1b15388bbca0ddcf48222684a04c663261cc1e7f899b86f7583b8bc596e9',
    x'789ca556df6fdb3610fe570e7ee98bedd84e96ad59512ccd10a4c0d26489dfea42a0a5b345982235928a6314f9dff791946cc74e8b01f3832cdd1dc9fbeebb1ffcde1375cdba9039bbde45efebf7596fc59b59ef62b6a7188c66bdfeace7a5571c559749f54ce30bf278634bb50d96d18e9fb9aa3d0cbd6d18dfb5b06269455d427df1f5f45b10357325f34c6acf965d67fbf2add7ef89c697c64abf813b57463b9cda7869749fb08fa7d3f89ff6a3b3e1042be6225f2dad697491d5a2667b08e448dfe1e1671f0d1e1bfbc41b320bf225d33f8dd8f4e92ef7660e5c93d1e497592f7a960ba5e07286c02819c3b5c133c8ad955c1c9cda4adbb316925511e5968503ac285d1b5bb8281dd32522a870dcf87d54ada44ef685f0dc39206dde2811a27188715fd51ea99b0a00d2ee09af891f7ff152a828303a0a00f17c309a0c26a39d5359295c19b5a3fff9eb7c570cdaf4719aed14addfd6b459762d75902730a24ac2cf9a1d5d998d4af2b89a8bac83724ed73cb78db09bc0dc79b23155c53a51fdc590956e35ecbc327a216d850d94743e8b69e9cac8658acae960f4beb543c2fa23e73b79eb7bc5db985f21e172a994b174b7664d53e483085ec06c2fef67bdbbb57624686e84a7ca18a021bc7599388c0b0ae950712ef21b174d0d79b1e258137d9a379eb4c122434fc6735ab30cc701d93cb9fae8852e04a845f4aa4a7acffccaacdd783c398ce0365011685670ae42c81189ed6bd4bb4661cf10a11b61e7a6b1d43814db4c4f01e56f40a1a9156815ee1d5d3a677219d1a4b55ee41e0b9db7ccdefd5109ab4af1c47ac8cfa2aa1547ab184f58dd765afa6450d6cb92da58c32a544b6616c14be9c2f67b44865ed1c933e44d8162863eb87725e652b3a7dbc81f2d40da63f28550edd63cc542df2eae107a1bfad30f971d596f7b1d966973ac0e091e3bde366b2e5d29e89e95da333eccbfadfcb0a57da83f065c38b0b10b914bbd0ced6d2ab466fbce453a861f4eea8f2dbd85b48c8667113d9c70af441e425e58b1f03fa98c53d8c820e96a7d101f67e1f15bf7d9fec6c13650194a11ee80a405264688e20da808deddc865b9169b103be0dba730f5d97d6196da28749f3de5c681a80aa583b2113ad64e9b2ec0ea4b44a134aa18620f54494cd14bb7a245ea2f2490acbe5d147d639d6f5a63b8f806f6f1e074b4d35b5e8059ec04fdf5fdc9e4fc6434fa156a53bfd5a95be9d14c7d68a94a55093a62d72ab8d80dd27d76015b09c0ee58ecbf71c4f8e0883f4de8122510be992ca1ddd0da34aaa05c19c7fb09d24ead032cadf407c9e7d8839650a9e41abd7acbd36e83f1d1060f5c0b691d1c26654089a548e12b97724caacc6fea10f83c95e22075e0a8deb172fbe9ea243077321a9f45556daccfd24d23a8a51574b712a85f68e176269c2cf800ec56dec2cd4bce575193262d66fd7c3340fe15ff69e25f0e5ba283328d364fd2c53c0ccda0bb8ed4926d37ae9c17be09246c2b49cc63738c1c43fef0937a871958d0661daa06b8705b88a36afc12343666fd01e456da02de5e4920642b14f173ce751a49af9104f63d2245d13f4768b64802a399d6ccab041c5738de4da7ab126c07971f738beb9edeecdb6cef296f8ea675186a703c600cf4fc4e77c8e069c0f9f22fdbdf9596'
);
