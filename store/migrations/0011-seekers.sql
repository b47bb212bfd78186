-- Two registrations of one household made one (samenvoegen): asked by who keeps the file, agreed by who joins it.
create table registration_merge (
  region text not null,
  id uuid not null,
  keeper uuid not null,
  -- Nobody until somebody who was given the code agrees.
  joined uuid,
  -- Only while it is asked.
  code text,
  -- The household as both say it is from then on, and as the keeper's file had it before.
  household jsonb not null,
  before jsonb not null default '{}',
  -- Listings on which a response of who joined stopped counting.
  listings jsonb not null default '[]',
  asked_at timestamptz not null,
  until timestamptz not null,
  merged_at timestamptz,
  keeper_event bigint,
  joined_event bigint,
  -- Taken back before it was agreed, or undone after.
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, keeper) references person,
  foreign key (region, joined) references person
);
create unique index registration_merge_asked on registration_merge (region, keeper)
  where merged_at is null and ended_at is null;
create unique index registration_merge_code on registration_merge (region, code) where code is not null;
create index registration_merge_joined on registration_merge (region, joined);

-- Somebody has us respond for them to every home that fits (automatische reactie), until they stop it.
create table standing_response (
  region text not null,
  person uuid not null,
  event bigint not null,
  since timestamptz not null,
  -- So many of these responses wait for a close at once, and no more than the rules allow.
  most integer not null,
  primary key (region, person),
  foreign key (region, person) references person,
  foreign key (region, event) references event
);

-- What homes of a kind took in an area (kansen), counted each night from what happened.
create table chance (
  region text not null,
  level text not null check (level in ('neighbourhood', 'municipality', 'region')),
  place text not null,
  kind text not null,
  on_day integer not null,
  figures jsonb not null,
  primary key (region, level, place, kind)
);
