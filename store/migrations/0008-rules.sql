-- Rule books go live by operations: proposed, advised on, adopted, released. And roles by two people.

-- A version of a rule book is its bytes, for ever. What was released before this migration has a moment here.
alter table rule_book alter column released_at drop not null;
create function keep_rule_book() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a rule book does not change';
end $$;
create trigger rule_book_stays before update or delete on rule_book
  for each row execute function keep_rule_book();

create table rule_proposal (
  region text not null,
  id uuid not null,
  hash bytea not null,
  -- The place among the books of a region that only one version can have at once: level and reach.
  line text not null,
  -- The version it changes; none where the line is new.
  replaces bytea,
  role text not null,
  organisation text not null,
  -- The municipalities whose council must adopt it.
  adopted_in text[] not null,
  -- Who was asked for advice: rows of a role and an organisation.
  asked jsonb not null,
  explanation text not null,
  findings jsonb not null,
  advice_until integer not null,
  -- Where the term for advice comes from; none: it is our own.
  term_source text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  event bigint not null,
  withdrawn_at timestamptz,
  released_event bigint,
  primary key (region, id),
  foreign key (region, hash) references rule_book,
  foreign key (region, proposed_by) references human,
  foreign key (region, event) references event
);
create index rule_proposal_hash on rule_proposal (region, hash);
create unique index rule_proposal_open on rule_proposal (region, hash)
  where withdrawn_at is null and released_event is null;

create table rule_advice (
  region text not null,
  id uuid not null,
  proposal uuid not null,
  role text not null,
  organisation text not null,
  verdict text not null check (verdict in ('agree', 'agree-with-points', 'disagree')),
  text text not null,
  by_human uuid not null,
  at timestamptz not null,
  event bigint not null,
  primary key (region, id),
  unique (region, proposal, role, organisation),
  foreign key (region, proposal) references rule_proposal,
  foreign key (region, event) references event
);

create table rule_point (
  region text not null,
  advice uuid not null,
  number integer not null,
  text text not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (region, advice, number),
  foreign key (region, advice) references rule_advice
);

create table rule_adoption (
  region text not null,
  proposal uuid not null,
  municipality text not null,
  decided_on integer not null,
  title text not null,
  number text not null,
  -- SHA-256 of the document the council adopted.
  document bytea not null,
  by_human uuid not null,
  at timestamptz not null,
  event bigint not null,
  primary key (region, proposal, municipality),
  foreign key (region, proposal) references rule_proposal,
  foreign key (region, event) references event
);

-- A release that one person asked for, until a second confirms it.
create table rule_release_asked (
  region text not null,
  proposal uuid not null,
  decides_from timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (region, proposal),
  foreign key (region, proposal) references rule_proposal
);

-- Which version decides on a line, from which instant. The last that began is the one in force.
create table rule_release (
  region text not null,
  line text not null,
  decides_from timestamptz not null,
  hash bytea not null,
  replaces bytea,
  proposal uuid,
  asked_by uuid,
  confirmed_by uuid,
  at timestamptz not null,
  event bigint,
  primary key (region, line, decides_from),
  foreign key (region, hash) references rule_book,
  foreign key (region, proposal) references rule_proposal,
  foreign key (region, event) references event
);
create index rule_release_hash on rule_release (region, hash);

-- A role that one person wants to grant, until a second agrees.
create table role_request (
  region text not null,
  id uuid not null,
  human uuid not null,
  role text not null,
  organisation text not null,
  from_day integer not null,
  until_day integer not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  event bigint not null,
  answered_by uuid,
  answered_at timestamptz,
  granted boolean,
  primary key (region, id),
  foreign key (region, human) references human,
  foreign key (region, event) references event
);
create unique index role_request_open on role_request (region, human, role, organisation)
  where answered_at is null;
