-- Protection: cases for the desk, and the talks in which concerns are told.

-- A case is a concern that somebody told (`topic`), or premises that signals point to. What was told is sealed. There is
-- no column that leads from a concern to whoever told it.
create table protection_case (
    case_id integer primary key,
    number text not null unique,
    unit_id integer references unit,
    state text not null check (state in ('open', 'releasing', 'released', 'kept', 'closed')),
    topic text,
    told_sealed blob,
    area text check (length(area) in (2, 4, 6, 8)),
    premises_id integer references premises,
    opened_at integer not null,
    asked_by integer references officer,
    decided_by integer references officer,
    changed_at integer not null,
    revision integer not null default 1,
    check ((topic is null) <> (premises_id is null))
) strict;
create index case_by_premises on protection_case (premises_id) where premises_id is not null;
create index case_by_unit on protection_case (unit_id, state);

-- What a case about premises rests on; the stay is 0 where a signal is about the place as a whole.
create table case_signal (
    case_id integer not null references protection_case,
    signal text not null,
    stay_id integer not null default 0,
    primary key (case_id, signal, stay_id)
) strict, without rowid;

-- Where an answer to a concern can go: chat and language, sealed, and forgotten after a time.
create table way_back (
    case_id integer primary key references protection_case,
    chat_sealed blob not null,
    until integer not null
) strict;
create index way_back_by_end on way_back (until);

-- The answers the desk has given, each one of the ready sentences.
create table case_answer (
    answer_id integer primary key,
    case_id integer not null references protection_case,
    answer text not null,
    officer_id integer not null references officer,
    at integer not null
) strict;
create index answer_by_case on case_answer (case_id);

-- A talk about a concern in a private chat, as long as anything of it stands there. The chat is sealed, and found by a
-- keyed hash; there is no column that leads to the case. `telling` until it was sent or left.
create table talk (
    talk_id integer primary key,
    chat_index blob not null unique,
    chat_sealed blob not null,
    telling integer not null check (telling in (0, 1)),
    touched_at integer not null
) strict;
create index talk_by_touch on talk (touched_at);

-- The versions of the conversation's screen that belong to a talk; a message drawn for one belongs to it too.
create table talk_version (
    talk_id integer not null references talk,
    version integer not null,
    over integer not null default 0 check (over in (0, 1)),
    primary key (talk_id, version)
) strict, without rowid;

-- The messages of a talk, both sides: 0 stands, 1 is to be removed, 2 is being removed.
create table talk_message (
    talk_id integer not null references talk,
    message_id integer not null,
    leaving integer not null default 0 check (leaving in (0, 1, 2)),
    primary key (talk_id, message_id)
) strict, without rowid;

-- A copy of a case changes as the copy of an alert does.
alter table outbox add column case_id integer references protection_case;
create index outbox_by_case on outbox (case_id) where case_id is not null;
