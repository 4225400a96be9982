-- What comes in and what goes out, durable before it is confirmed or promised.

-- Raw updates as Telegram sent them, sealed. A row is kept for some days after it is done, so that a repeat is known.
create table inbox (
    update_id integer primary key,
    chat_id integer not null,
    update_sealed blob not null,
    received_at integer not null,
    done_at integer,
    attempts integer not null default 0,
    fault text,
    quarantined_at integer
) strict;
create index inbox_open on inbox (update_id) where done_at is null;

-- One row a private chat: the conversation's state. `drawn` is the last version whose screen reached the chat.
create table conversation (
    chat_id integer primary key,
    reporter_id integer references reporter,
    version integer not null,
    drawn integer not null default 0,
    drawn_message integer,
    state_sealed blob not null,
    touched_at integer not null
) strict;
create index conversation_undrawn on conversation (chat_id) where drawn < version;

-- What a chat must show: which thing, not which words; it is rendered when it is sent, and edited while its subject
-- has a higher revision than the one drawn. `what` holds ids only.
create table outbox (
    outbox_id integer primary key,
    key text not null unique,
    chat_id integer not null,
    topic_id integer,
    lane integer not null check (lane in (0, 1, 2)),
    what text not null,
    alert_id integer references alert,
    state text not null check (state in ('queued', 'sending', 'shown', 'dead')),
    wanted integer not null default 1,
    drawn integer not null default 0,
    message_id integer,
    attempts integer not null default 0,
    due_at integer not null,
    fault text,
    created_at integer not null
) strict;
create index outbox_due on outbox (due_at, chat_id, outbox_id) where state = 'queued';
create index outbox_sending on outbox (chat_id) where state = 'sending';
create index outbox_by_alert on outbox (alert_id) where alert_id is not null;

-- Small things to remember: file identifiers of uploaded pictures, the profile that was set, when a job last ran.
create table note (
    name text primary key,
    text text not null,
    at integer not null
) strict, without rowid;
