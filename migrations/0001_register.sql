-- The register: who reports, where people stay, who stays, what was reported, which alerts came of it.
-- Moments are milliseconds since 1970 (UTC); days are ISO dates in Phnom Penh; sealed columns hold ciphertext.

create table reporter (
    reporter_id integer primary key,
    telegram_id integer not null unique,
    language text not null check (language in ('km', 'en', 'zh')),
    created_at integer not null
) strict;

-- Consent is never overwritten: a withdrawal closes the row, a new consent is a new row.
create table consent (
    consent_id integer primary key,
    reporter_id integer not null references reporter,
    version text not null,
    given_at integer not null,
    withdrawn_at integer
) strict;
create index consent_by_reporter on consent (reporter_id);

create table premises (
    premises_id integer primary key,
    kind text not null check (kind in ('rental', 'hotel', 'construction_site', 'company_housing')),
    name text not null,
    area text not null check (length(area) in (6, 8)),
    street text,
    capacity integer check (capacity > 0),
    created_at integer not null
) strict;

create table member (
    premises_id integer not null references premises,
    reporter_id integer not null references reporter,
    role text not null check (role in ('owner', 'manager', 'clerk')),
    since integer not null,
    primary key (premises_id, reporter_id)
) strict, without rowid;
create index member_by_reporter on member (reporter_id);

-- What a stay states at present. The identity (name, document number, birth date, sex, nationality) is one sealed
-- piece; the index is a keyed hash of the document number, so that equal numbers are found without being readable.
create table stay (
    stay_id integer primary key,
    premises_id integer not null references premises,
    document text not null,
    identity_sealed blob not null,
    document_index blob,
    visa text,
    stay_until text,
    date_source text not null,
    unit text,
    arrived_on text not null,
    leaves_on text,
    work text,
    departed_on text,
    created_at integer not null
) strict;
create index stay_by_premises on stay (premises_id, stay_id desc);
create index stay_by_document on stay (document_index) where document_index is not null;
create index open_stay_by_date on stay (stay_until) where departed_on is null and stay_until is not null;

-- Reports are never overwritten. `draft` names the draft a report came of, so that sending it twice is one report.
create table report (
    report_id integer primary key,
    number text not null,
    version integer not null default 1,
    stay_id integer not null references stay,
    reporter_id integer not null references reporter,
    kind text not null check (kind in ('arrival', 'departure', 'extension')),
    stated_sealed blob not null,
    made_at integer not null,
    deadline_at integer,
    rulebook text not null,
    draft text not null unique,
    unique (number, version)
) strict;
create index report_by_stay on report (stay_id);
create index report_by_reporter on report (reporter_id, report_id desc);

create table unit (
    unit_id integer primary key,
    name text not null,
    level text not null check (level in ('post', 'district', 'province', 'national')),
    language text not null check (language in ('km', 'en', 'zh')),
    chat_id integer not null,
    topic_id integer,
    reachable integer not null default 1 check (reachable in (0, 1)),
    created_at integer not null
) strict;
create index unit_by_chat on unit (chat_id);

-- The areas a unit answers for; the empty text is the whole country.
create table beat (
    unit_id integer not null references unit,
    area text not null check (length(area) in (0, 2, 4, 6, 8)),
    primary key (unit_id, area)
) strict, without rowid;

create table officer (
    officer_id integer primary key,
    unit_id integer not null references unit,
    telegram_id integer not null,
    name text not null,
    until text not null,
    revoked_at integer,
    created_at integer not null,
    unique (unit_id, telegram_id)
) strict;
create index officer_by_telegram on officer (telegram_id);

-- One alert for a stay, a rule and the day the rule fired. `revision` grows with each change that its copies must show.
create table alert (
    alert_id integer primary key,
    number text not null unique,
    stay_id integer not null references stay,
    rule text not null,
    raised_on text not null,
    unit_id integer references unit,
    state text not null check (state in ('open', 'acknowledged', 'withdrawn')),
    acknowledged_by integer references officer,
    changed_at integer not null,
    revision integer not null default 1,
    unique (stay_id, rule, raised_on)
) strict;
create index alert_without_unit on alert (alert_id) where unit_id is null and state = 'open';

-- A question to the reporter before a unit is told; the alert is due when the window has passed unanswered.
create table stay_check (
    check_id integer primary key,
    stay_id integer not null references stay,
    rule text not null,
    about_date text not null,
    asked_at integer not null,
    alert_at integer not null,
    settled_at integer,
    unique (stay_id, rule, about_date)
) strict;
create index open_check on stay_check (alert_at) where settled_at is null;

-- Who looked at what. Each row's hash covers the row before it, so that a change or a gap shows.
create table audit (
    audit_id integer primary key,
    at integer not null,
    actor integer not null,
    verb text not null,
    subject text not null,
    chain blob not null
) strict;
