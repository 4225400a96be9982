-- What the bot says and asks by itself: reminders and questions about a stay or a place, and each unit's daily digest.

-- One row for one thing, the day it is about, and how many days before that day (or how many times after it): planned twice,
-- it is one row. A row that is overtaken is deleted, one that was sent stays, so that it counts.
-- The row of a child who comes of age is made when it is sent, and bears the day of arrival in every place: neither the
-- birth date nor a moment that tells it stands here.
create table reminder (
    reminder_id integer primary key,
    kind text not null check (kind in (
        'stay_until', 'card', 'turns_18', 'work_permit', 'departure', 'still_here', 'roll_call', 'silent'
    )),
    stay_id integer references stay,
    premises_id integer references premises,
    about text not null,
    step integer not null,
    due_at integer not null,
    done_at integer,
    answered_at integer,
    answered_by integer references reporter,
    answer text check (answer in ('all_here', 'some_left', 'nobody_new')),
    told_at integer,
    check ((stay_id is null) <> (premises_id is null)),
    check ((answered_at is null) = (answered_by is null))
) strict;
create unique index reminder_of_stay on reminder (stay_id, kind, about, step) where stay_id is not null;
create unique index reminder_of_premises on reminder (premises_id, kind, about, step) where premises_id is not null;
create index reminder_due on reminder (due_at) where done_at is null;

-- "No more about this": a reporter and a thing.
create table hush (
    reporter_id integer not null references reporter,
    stay_id integer not null references stay,
    kind text not null,
    about text not null,
    hushed_at integer not null,
    primary key (reporter_id, stay_id, kind, about)
) strict, without rowid;
create index hush_by_stay on hush (stay_id);

-- Until when the draft of a conversation has to be sent. While `remind_at` is set, the person has not been told.
alter table conversation add column draft_due_at integer;

-- What a unit is told once a day: counts, and places that have gone silent. `day` is the last day that is counted.
create table digest (
    digest_id integer primary key,
    unit_id integer not null references unit,
    day text not null,
    arrivals integer not null default 0,
    departures integer not null default 0,
    changes integer not null default 0,
    late integer not null default 0,
    alerts integer not null default 0,
    made_at integer not null,
    sent_at integer,
    seen_by integer references officer,
    seen_at integer,
    unique (unit_id, day)
) strict;

create table digest_silent (
    digest_id integer not null references digest,
    premises_id integer not null references premises,
    since text not null,
    primary key (digest_id, premises_id)
) strict, without rowid;

-- A report is counted in one digest, once.
alter table report add column digest_id integer references digest;
create index report_not_digested on report (made_at) where digest_id is null;
create index report_by_digest on report (digest_id) where digest_id is not null;
