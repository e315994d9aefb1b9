"""The schema, as steps: each is one transaction, written by hand and never edited once released.

The number of steps done stands in the database as its user_version. A new optional text field
of the record is one more step: `alter table records add column <name> text not null default ''`.
"""

from sendapp.storage.step_4 import STEP_4

STEPS: tuple[str, ...] = (
    # 1: records with their words, and the council's things. What the register shows stands
    # first, so that reading a page of it does not walk through whole records.
    """
    create table records (
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
    ) strict;

    create index records_by_saved on records (saved desc, status) where binned = '';
    create index records_by_title on records
        (title = '', title collate nocase, created desc, status) where binned = '';
    create index records_by_title_down on records
        (title = '', title collate nocase desc, created desc, status) where binned = '';
    create index records_by_date on records
        (date_of_decision desc, created desc, status) where binned = '';
    create index records_by_date_up on records
        (date_of_decision = '', date_of_decision, created desc, status) where binned = '';
    create index records_by_maker on records
        (decision_maker = '', decision_maker collate nocase, created desc, status)
        where binned = '';
    create index records_by_maker_down on records
        (decision_maker = '', decision_maker collate nocase desc, created desc, status)
        where binned = '';
    create index records_by_post on records (decision_maker, created) where binned = '';
    create index records_in_bin on records (binned desc) where binned <> '';

    create virtual table records_words using fts5 (
        words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
    );

    create table settings (
        name text primary key,
        value text not null
    ) strict, without rowid;
    """,
    # 2: what the checks ask for, and what officers answer them.
    """
    alter table records add column decision_maker_interest text not null default '';
    alter table records add column clearances text not null default '';
    alter table records add column set_aside text not null default '';
    """,
    # 3: facts carried over, drafts sent round, and versions, which nothing changes and only
    # the deletion of their record takes away.
    """
    alter table records add column carried text not null default '';
    alter table records add column circulations text not null default '';

    create table versions (
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

    create index versions_by_record on versions (record_id, rowid);

    create trigger versions_stay before update on versions
    begin
        select raise(abort, 'versions are never rewritten');
    end;

    create trigger versions_go_with_their_record before delete on versions
    when exists (select 1 from records where id = old.record_id)
    begin
        select raise(abort, 'versions are never deleted while their record is kept');
    end;
    """,
    # 4: a record's life after drafting.
    STEP_4,
)


FINGERPRINT = "5f56500e02bfca728adf9bedba1ef9cc747e65caa706204dc63db32f2babd851"
"""That of the schema after all steps (`migrations.fingerprint`): a test says what it has to be.

Where it is another one, each start takes the steps in memory and compares what they make.
"""


def newest() -> int:
    """Return the user_version of a database made today."""
    return len(STEPS)
