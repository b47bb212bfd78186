-- From empty home to letting: checked listings, draws, offers that wait, papers, skips, corrections.

alter table listing drop constraint listing_state_check;
alter table listing add constraint listing_state_check check (
  state in ('draft', 'checked', 'open', 'drawing', 'closed', 'let', 'in-vain', 'withdrawn')
);
alter table listing
  add column made_by uuid,
  add column reviewed_by uuid,
  -- Why it differs from the stock, per fact; and what the check found when it was last made.
  add column grounds jsonb not null default '{}',
  add column lint jsonb not null default '[]';
create unique index listing_running on listing (region, vacancy)
  where state in ('draft', 'checked', 'open', 'drawing');
create index listing_vacancy on listing (region, vacancy);

-- A draw (loting): committed at the close, settled by a public round after it. Who holds which lot is kept
-- apart, for that is personal.
create table draw (
  region text not null,
  listing bigint not null,
  event bigint not null,
  commitment jsonb not null,
  undrawn bytea not null,
  drawn_from timestamptz not null,
  settled_at timestamptz,
  result jsonb,
  primary key (region, listing),
  foreign key (region, listing) references listing,
  foreign key (region, event) references event
);

create table lot (
  region text not null,
  listing bigint not null,
  lot text not null,
  person uuid not null,
  class integer not null,
  primary key (region, listing, lot),
  foreign key (region, listing) references draw
);
create index lot_person on lot (region, listing, person);

-- Waiting: somebody said yes, and somebody before them can still answer.
alter table offer drop constraint offer_state_check;
alter table offer add constraint offer_state_check check (
  state in ('open', 'waiting', 'accepted', 'refused', 'expired', 'withdrawn', 'skipped', 'let')
);
alter table offer
  add column event bigint,
  add column papers_by timestamptz;
create index offer_open on offer (region, answer_by) where state = 'open';

-- Who stood in turn and could not be offered the home, by which rule.
create table passed_over (
  region text not null,
  listing bigint not null,
  person uuid not null,
  place integer not null,
  code text not null,
  at timestamptz not null,
  event bigint not null,
  primary key (region, listing, person, code),
  foreign key (region, listing) references listing,
  foreign key (region, person) references person
);

-- Who was passed over by a human, on which ground, with what proves it.
create table skip (
  region text not null,
  listing bigint not null,
  person uuid not null,
  place integer not null,
  ground text not null,
  proof jsonb not null,
  at timestamptz not null,
  by_human uuid not null,
  event bigint not null,
  primary key (region, listing, person),
  foreign key (region, listing) references listing,
  foreign key (region, person) references person
);

-- What was seen of somebody's papers, and where it came from; never the paper, never a number of a citizen.
create table evidence (
  region text not null,
  offer uuid not null,
  kind text not null,
  source text not null,
  dated_on integer not null,
  outcome text not null,
  value jsonb not null default '{}',
  seen_by uuid not null,
  seen_at timestamptz not null,
  event bigint not null,
  primary key (region, offer, kind),
  foreign key (region, offer) references offer
);

create table correction (
  region text not null,
  id uuid not null,
  person uuid not null,
  landlord text not null,
  -- The event in the log that is corrected.
  of_event bigint not null,
  from_day integer not null,
  to_day integer not null,
  ground text not null,
  source text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  agreed boolean,
  motivation text,
  primary key (region, id),
  foreign key (region, person) references person,
  foreign key (region, of_event) references event
);
create unique index correction_open on correction (region, person) where reviewed_at is null;
