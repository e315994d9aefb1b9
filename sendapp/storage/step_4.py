"""The fourth step of the schema: a record's life after drafting, and what shows that nobody changed
it: the journal, the seals, the files, and a count of what is kept."""

STEP_4 = """
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
    create index records_by_draft_list on records (draft_list_published, status)
        where binned = '';
    create index records_by_confirmed_list on records (confirmed_list_published, status)
        where binned = '';
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
    create index journal_from_elsewhere on journal (record_id)
        where what in ('imported', 'sealed') and seal_after <> '';
    create index journal_of_papers on journal (record_id) where what = 'papers-disposed';

    -- Where the journal ends, kept apart from it, so that rows cut off its end are missed.
    create table journal_end (
        one integer primary key check (one = 1),
        number integer not null,
        row_hash text not null
    ) strict;

    insert into journal_end values (1, 0, '');

    create trigger journal_stays before update on journal
    begin
        select raise(abort, 'the journal is never rewritten');
    end;

    create trigger journal_is_whole before delete on journal
    begin
        select raise(abort, 'nothing is taken out of the journal');
    end;

    create trigger journal_goes_on before insert on journal
    when new.previous is not (select row_hash from journal_end)
        or new.rowid <= (select number from journal_end)
        or new.rowid <= (select max(rowid) from journal)
    begin
        select raise(abort, 'the journal only goes on at its end');
    end;

    create trigger journal_end_follows after insert on journal
    begin
        update journal_end set number = new.rowid, row_hash = new.row_hash;
    end;

    create trigger journal_end_stays before update on journal_end
    when new.one <> 1 or not exists (
        select 1 from journal where rowid = new.number and row_hash = new.row_hash
            and rowid = (select max(rowid) from journal) and rowid > old.number
    )
    begin
        select raise(abort, 'the journal only goes on at its end');
    end;

    create trigger journal_end_is_kept before delete on journal_end
    begin
        select raise(abort, 'the journal only goes on at its end');
    end;

    create trigger records_keep_their_number before update on records
    when new.id is not old.id or new.rowid is not old.rowid
    begin
        select raise(abort, 'a record keeps its number');
    end;

    create trigger decided_records_stay before update on records
    when (
        (old.seal <> '' or new.seal <> '')
        and (
            new.status is not old.status
            or new.seal is not old.seal
            or new.code is not old.code
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
            or new.corrections is not old.corrections
        )
        or new.seal = '' and new.status is not old.status
            and new.status in ('decided', 'published', 'called-in', 'implementable')
    )
        and not exists (
            select 1 from journal
            where journal.rowid = cast(new.step as integer)
                and journal.rowid > cast(old.step as integer)
                and journal.record_id = old.id
                and journal.what in
                    ('step', 'undone', 'corrected', 'dates', 'imported', 'sealed')
                and journal.status_before = old.status
                and journal.status_after = new.status
                and journal.seal_before = old.seal and journal.seal_after = new.seal
        )
    begin
        select raise(abort, 'what was decided changes only with a row in the journal');
    end;

    create trigger decided_records_come_with_a_row before insert on records
    when new.seal <> '' and not exists (
        select 1 from journal
        where rowid = cast(new.step as integer) and record_id = new.id
            and status_after = new.status and seal_after = new.seal
            and rowid = (select max(rowid) from journal where record_id = new.id)
    )
    begin
        select raise(abort, 'what was decided comes only with a row in the journal');
    end;

    -- "Insert or replace" would take the row away past the triggers that keep it.
    create trigger decided_records_are_not_replaced before insert on records
    when exists (
        select 1 from records where seal <> '' and (id = new.id or rowid = new.rowid)
    )
    begin
        select raise(abort, 'what was decided changes only with a row in the journal');
    end;

    create trigger decided_records_are_kept before delete on records
    when old.seal <> '' and not exists (
        select 1 from journal
        where record_id = old.id and what in ('disposed', 'removed')
            and seal_before = old.seal and rowid > cast(old.step as integer)
            and rowid = (select max(rowid) from journal where record_id = old.id)
    )
    begin
        select raise(abort, 'what was decided goes only with a row in the journal');
    end;

    create trigger versions_are_not_replaced before insert on versions
    when exists (select 1 from versions where rowid = new.rowid)
    begin
        select raise(abort, 'versions are never rewritten');
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
    create index files_signed on files (record_id) where kind = 'signed';
    create index files_of_papers on files (record_id) where kind = 'background-paper';

    create trigger files_stay before update on files
    begin
        select raise(abort, 'files are never rewritten');
    end;

    create trigger files_are_not_replaced before insert on files
    when exists (select 1 from files where rowid = new.rowid)
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
                    -- What was filed, or came, after that is not what was disposed of.
                    and rowid = (select max(rowid) from journal where record_id = old.record_id)
            )
        )
    begin
        select raise(abort, 'files of what was decided are kept');
    end;

    -- How many rows there are and the sum of their numbers, of each record's versions and files
    -- and of all records ('' as the record), so that one that is taken out is missed.
    create table tallies (
        record_id text not null,
        what text not null,
        counted integer not null,
        numbers integer not null,
        primary key (record_id, what)
    ) strict, without rowid;

    insert into tallies
        select record_id, 'versions', count(*), sum(rowid) from versions group by record_id;
    insert into tallies select '', 'records', count(*), coalesce(sum(rowid), 0) from records;

    create trigger records_are_counted after insert on records
    begin
        update tallies set counted = counted + 1, numbers = numbers + new.rowid
            where record_id = '' and what = 'records';
    end;

    create trigger records_are_counted_off after delete on records
    begin
        update tallies set counted = counted - 1, numbers = numbers - old.rowid
            where record_id = '' and what = 'records';
    end;

    create trigger versions_are_counted after insert on versions
    begin
        insert into tallies values (new.record_id, 'versions', 1, new.rowid)
            on conflict do update set counted = counted + 1, numbers = numbers + new.rowid;
    end;

    create trigger versions_are_counted_off after delete on versions
    begin
        update tallies set counted = counted - 1, numbers = numbers - old.rowid
            where record_id = old.record_id and what = 'versions';
        delete from tallies
            where record_id = old.record_id and what = 'versions' and counted <= 0;
    end;

    create trigger files_are_counted after insert on files
    begin
        insert into tallies values (new.record_id, 'files', 1, new.rowid)
            on conflict do update set counted = counted + 1, numbers = numbers + new.rowid;
    end;

    create trigger files_are_counted_off after delete on files
    begin
        update tallies set counted = counted - 1, numbers = numbers - old.rowid
            where record_id = old.record_id and what = 'files';
        delete from tallies
            where record_id = old.record_id and what = 'files' and counted <= 0;
    end;
    """
