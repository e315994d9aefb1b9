"""The schema, as steps: each is one transaction, written by hand and never edited once released.

The number of steps done stands in the database as its user_version. A new optional text field
of the record is one more step: `alter table records add column <name> text not null default ''`.
"""

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
    # 4: a record's life after drafting: what its steps ask for, the journal, the seal of what was
    # decided, and the files that belong to it.
    """
    alter table records add column call_in_ends text not null default '';
    alter table records add column in_force_on text not null default '';
    alter table records add column call_in_reason text not null default '';
    alter table records add column called_in_by text not null default '';
    alter table records add column called_in_on text not null default '';
    alter table records add column call_in_outcome text not null default '';
    alter table records add column withdrawn_on text not null default '';
    alter table records add column withdrawn_reason text not null default '';
    alter table records add column corrections text not null default '';
    alter table records add column seal text not null default '';
    alter table records add column code text not null default '';
    alter table records add column step text not null default '';
    alter table versions add column code text not null default '';

    create index records_by_what_is_due on records (
        status, date_of_decision, call_in_ends, in_force_on, step, id
    ) where binned = '';
    create index records_with_papers on records (status, date_of_decision, id)
        where binned = '' and background_papers <> '';
    create index records_by_code on records (code) where code <> '';
    create index records_by_reference on records (reference, binned, id) where reference <> '';
    create index versions_by_code on versions (code) where code <> '';

    create table journal (
        rowid integer primary key autoincrement,
        record_id text not null default '',
        at text not null,
        user text not null default '',
        who text not null default '',
        what text not null,
        words text not null,
        details text not null default '',
        status_before text not null default '',
        status_after text not null default '',
        seal_before text not null default '',
        seal_after text not null default '',
        previous text not null,
        row_hash text not null
    ) strict;

    create index journal_by_record on journal (record_id, rowid);

    create trigger journal_stays before update on journal
    begin
        select raise(abort, 'the journal is never rewritten');
    end;

    create trigger journal_is_whole before delete on journal
    begin
        select raise(abort, 'nothing is taken out of the journal');
    end;

    create trigger journal_goes_on before insert on journal
    when new.previous is not
        coalesce((select row_hash from journal order by rowid desc limit 1), '')
        or new.rowid <= (select max(rowid) from journal)
    begin
        select raise(abort, 'the journal only goes on at its end');
    end;

    create trigger decided_records_stay before update on records
    when (old.seal <> '' or new.seal <> '')
        and (
            new.id is not old.id
            or new.status is not old.status
            or new.seal is not old.seal
            or new.step is not old.step
            or new.record_type is not old.record_type
            or new.council is not old.council
            or new.reference is not old.reference
            or new.title is not old.title
            or new.decision_maker is not old.decision_maker
            or new.decision_maker_name is not old.decision_maker_name
            or new.decision_lead_in is not old.decision_lead_in
            or new.decisions is not old.decisions
            or new.reasons is not old.reasons
            or new.options is not old.options
            or new.conflicts_declared is not old.conflicts_declared
            or new.conflicts is not old.conflicts
            or new.appendices is not old.appendices
        )
        and not exists (
            select 1 from journal
            where journal.rowid = cast(new.step as integer)
                and journal.rowid > cast(old.step as integer)
                and journal.record_id = old.id and new.id = old.id
                and journal.status_before = old.status and journal.status_after = new.status
                and journal.seal_before = old.seal and journal.seal_after = new.seal
        )
    begin
        select raise(abort, 'what was decided changes only with a row in the journal');
    end;

    create trigger decided_records_are_kept before delete on records
    when old.seal <> '' and not exists (
        select 1 from journal
        where record_id = old.id and what in ('disposed', 'removed') and seal_before = old.seal
    )
    begin
        select raise(abort, 'what was decided goes only with a row in the journal');
    end;

    create table files (
        rowid integer primary key autoincrement,
        record_id text not null,
        kind text not null,
        name text not null,
        media_type text not null,
        size integer not null,
        at text not null,
        who text not null default '',
        note text not null default '',
        hash text not null,
        row_hash text not null,
        content blob not null
    ) strict;

    create index files_by_record on files (record_id, rowid);

    create trigger files_stay before update on files
    begin
        select raise(abort, 'files are never rewritten');
    end;

    create trigger files_of_decided_records_are_kept before delete on files
    when exists (select 1 from records where id = old.record_id and seal <> '')
        and not (
            old.kind = 'background-paper'
            and exists (
                select 1 from journal
                where record_id = old.record_id and what = 'papers-disposed'
            )
        )
    begin
        select raise(abort, 'files of what was decided are kept');
    end;
    """,
)


def newest() -> int:
    """Return the user_version of a database made today."""
    return len(STEPS)
