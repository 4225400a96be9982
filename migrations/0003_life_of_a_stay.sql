-- The life of a stay after its arrival: departures, moves, corrections, cancellations, and who works at the same desk.
-- Tables whose checks grow are made again under their old names; foreign keys are off while migrations run, and checked after.

-- A correction or a cancellation is a later version under the number of the arrival it puts right, with its reason.
create table new_report (
    report_id integer primary key,
    number text not null,
    version integer not null default 1,
    stay_id integer not null references stay,
    reporter_id integer not null references reporter,
    kind text not null check (kind in ('arrival', 'departure', 'extension', 'move', 'correction', 'cancellation')),
    reason text,
    stated_sealed blob not null,
    made_at integer not null,
    deadline_at integer,
    rulebook text not null,
    draft text not null unique,
    acknowledged_at integer,
    unique (number, version)
) strict;
insert into new_report (report_id, number, version, stay_id, reporter_id, kind, stated_sealed, made_at, deadline_at, rulebook, draft)
select report_id, number, version, stay_id, reporter_id, kind, stated_sealed, made_at, deadline_at, rulebook, draft
from report;
drop table report;
alter table new_report rename to report;
create index report_by_stay on report (stay_id);
create index report_by_reporter on report (reporter_id, report_id desc);
create index report_by_moment on report (made_at);

-- A cancelled stay never was; the day it was cancelled stands as its last one, so that it is not open any more.
alter table stay add column cancelled_at integer;
-- Where the person came from or went to, as the reporter knows it.
alter table stay add column came_from_sealed blob;
-- The stay from which the person moved here, within the premises of the same people.
alter table stay add column moved_from integer references stay;
-- The day on which somebody last said that the guest is here.
alter table stay add column seen_on text;
-- The number that the authorities' own system gave, as the reporter noted it.
alter table stay add column fpcs_reference text;
create index open_stay_by_premises on stay (premises_id, unit) where departed_on is null;

-- A member has a name by which colleagues know them, and may be revoked.
create table new_member (
    premises_id integer not null references premises,
    reporter_id integer not null references reporter,
    role text not null check (role in ('owner', 'manager', 'clerk', 'guard')),
    called text,
    since integer not null,
    revoked_at integer,
    primary key (premises_id, reporter_id)
) strict, without rowid;
insert into new_member (premises_id, reporter_id, role, since)
select premises_id, reporter_id, role, since
from member;
drop table member;
alter table new_member rename to member;
create index member_by_reporter on member (reporter_id) where revoked_at is null;

create table new_unit (
    unit_id integer primary key,
    name text not null,
    level text not null check (level in ('post', 'district', 'province', 'national', 'protection')),
    language text not null check (language in ('km', 'en', 'zh')),
    chat_id integer not null,
    topic_id integer,
    reachable integer not null default 1 check (reachable in (0, 1)),
    created_at integer not null
) strict;
insert into new_unit select unit_id, name, level, language, chat_id, topic_id, reachable, created_at from unit;
drop table unit;
alter table new_unit rename to unit;
create index unit_by_chat on unit (chat_id);

-- `held` waits for the protection desk and is seen by nobody else; `cause` says why the state is what it is.
create table new_alert (
    alert_id integer primary key,
    number text not null unique,
    stay_id integer not null references stay,
    rule text not null,
    raised_on text not null,
    unit_id integer references unit,
    state text not null check (state in ('held', 'open', 'acknowledged', 'withdrawn')),
    cause text,
    acknowledged_by integer references officer,
    changed_at integer not null,
    revision integer not null default 1,
    unique (stay_id, rule, raised_on)
) strict;
insert into new_alert (alert_id, number, stay_id, rule, raised_on, unit_id, state, acknowledged_by, changed_at, revision)
select alert_id, number, stay_id, rule, raised_on, unit_id, state, acknowledged_by, changed_at, revision
from alert;
drop table alert;
alter table new_alert rename to alert;
create index alert_without_unit on alert (alert_id) where unit_id is null and state = 'open';
create index alert_by_unit on alert (unit_id, state);

-- The same document at two premises: the stay reported first, and the one reported later.
create table link (
    link_id integer primary key,
    earlier_stay_id integer not null references stay,
    later_stay_id integer not null references stay,
    found_at integer not null,
    resolved_at integer,
    unique (earlier_stay_id, later_stay_id)
) strict;
create index link_by_later on link (later_stay_id);

-- When the draft of a conversation runs out, if it has to be sent by a certain moment; cleared when the person was told.
alter table conversation add column remind_at integer;
create index conversation_to_remind on conversation (remind_at) where remind_at is not null;

-- What proves a report, without anything of the person: it outlives the stay. `guests` is how many it covers.
create table receipt (
    report_id integer primary key,
    number text not null,
    version integer not null,
    kind text not null,
    premises_id integer not null references premises,
    reporter_id integer not null references reporter,
    made_at integer not null,
    deadline_at integer,
    guests integer not null default 1 check (guests > 0),
    unique (number, version)
) strict;
insert into receipt (report_id, number, version, kind, premises_id, reporter_id, made_at, deadline_at)
select r.report_id, r.number, r.version, r.kind, s.premises_id, r.reporter_id, r.made_at, r.deadline_at
from report r
join stay s on s.stay_id = r.stay_id;
create index receipt_by_premises on receipt (premises_id, report_id desc);
create index receipt_by_reporter on receipt (reporter_id, report_id desc);
