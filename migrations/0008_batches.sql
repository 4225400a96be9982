-- Many guests at once: what was sent (pictures, a table), what was read of it, and what became of each person.
-- A batch belongs to one reporter. Nothing of it is a report before the reporter sends it.
create table batch (
    batch_id integer primary key,
    reporter_id integer not null references reporter,
    premises_id integer references premises on delete cascade,
    kind text not null check (kind in ('pictures', 'table', 'roster')),
    state text not null check (
        state in ('received', 'read', 'to_confirm', 'sending', 'sent', 'partly_sent', 'failed', 'taken', 'dropped')
    ),
    -- Why it failed.
    reason text,
    -- The name under which its people are reported: each once, whatever happens in between.
    draft text not null unique,
    -- How the table reads: columns, those that must be asked about. Sealed, because headers are a person's own words.
    layout_sealed blob,
    -- The table as it was sent, to give it back with reasons beside its rows.
    grid_sealed blob,
    made_at integer not null,
    touched_at integer not null,
    -- When the reporter last sent: the moment of all reports that went together.
    sent_at integer
) strict;
create index batch_by_reporter on batch (reporter_id, batch_id desc);
create index batch_to_send on batch (batch_id) where state = 'sending';

-- A file as Telegram has it. Its name there is sealed, and is gone once the file was read; a table's bytes are kept until its
-- batch ends, a picture's never.
create table upload (
    upload_id integer primary key,
    batch_id integer not null references batch on delete cascade,
    message_id integer not null,
    album text,
    file_sealed blob,
    bytes_sealed blob,
    state text not null check (state in ('waiting', 'read', 'refused')),
    refusal text,
    attempts integer not null default 0,
    due_at integer not null,
    unique (batch_id, message_id)
) strict;
create index upload_waiting on upload (due_at) where state = 'waiting';

-- One person of a batch: what stands in the form, and the report as it will be sent.
create table entry (
    entry_id integer primary key,
    batch_id integer not null references batch on delete cascade,
    upload_id integer references upload on delete set null,
    -- The row of the table, or the order of the pictures.
    place integer not null,
    draft_sealed blob,
    notes_sealed blob,
    arrival_sealed blob,
    -- The keyed hash of the document's number, to find somebody who stands in the batch twice.
    document_index blob,
    -- Of a list of everybody: the stay that the person has already, which the list changes.
    stay_id integer references stay on delete set null,
    state text not null check (state in ('open', 'good', 'here', 'sent', 'dropped')),
    unique (batch_id, place)
) strict;
create index entry_by_state on entry (batch_id, state, place);
create index entry_by_document on entry (batch_id, document_index) where document_index is not null;

-- Of a list of everybody that is being sent: stays that it names no more, until their departure is reported.
create table leaver (
    batch_id integer not null references batch on delete cascade,
    stay_id integer not null references stay on delete cascade,
    primary key (batch_id, stay_id)
) strict, without rowid;

-- Columns of a place's own tables that somebody said the meaning of, once.
create table columns_known (
    premises_id integer primary key references premises on delete cascade,
    columns_sealed blob not null
) strict;
