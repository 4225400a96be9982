-- Links that work once: to work at a place, and to fill in one's own details for a host. Of the link's secret only a keyed
-- hash is kept, so that whoever reads the database cannot open what was not opened yet.

create table invitation (
    invitation_id integer primary key,
    premises_id integer not null references premises,
    invited_by integer not null references reporter,
    role text not null check (role in ('owner', 'manager', 'clerk', 'guard')),
    -- As colleagues know whoever is invited, if the inviter said so.
    called_sealed blob,
    secret_hash blob not null unique,
    made_at integer not null,
    expires_at integer not null,
    answered_by integer references reporter,
    answered_at integer,
    accepted integer check (accepted in (0, 1)),
    revoked_at integer,
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (accepted is null))
) strict;
create index invitation_by_premises on invitation (premises_id) where answered_at is null and revoked_at is null;

-- What a guest fills in for a host. The answers go when they were reported, taken back, thrown away or left lying.
create table guest_form (
    guest_form_id integer primary key,
    premises_id integer not null references premises,
    made_by integer not null references reporter,
    secret_hash blob not null unique,
    made_at integer not null,
    expires_at integer not null,
    -- Whoever agreed to the guest's privacy text, and which; from then on the link is theirs alone.
    guest_id integer references reporter,
    consent text,
    agreed_at integer,
    answers_sealed blob,
    handed_at integer,
    -- How the reporter compared them with the person and the document.
    seen text check (seen in ('as_entered', 'put_right')),
    report_id integer,
    used_at integer,
    revoked_at integer,
    check ((guest_id is null) = (agreed_at is null) and (guest_id is null) = (consent is null)),
    check (answers_sealed is null or (handed_at is not null and used_at is null and revoked_at is null))
) strict;
create index guest_form_by_premises on guest_form (premises_id) where used_at is null and revoked_at is null;
