-- How people are reached: their address, what became of each message, reminders, work by hand, saved searches.

-- Whoever says who people are can also say that a mail address is theirs.
alter table human add column email_verified boolean not null default false;

-- How somebody wants to be reached (bereikbaarheid). Personal, erased with the file, and never in the log.
create table contact (
  region text not null,
  person uuid not null,
  wants text not null default 'everything',
  -- Mail goes to the address in the file, and only while it is the one that was shown to be theirs.
  verified_email text,
  verified_by text,
  verified_at timestamptz,
  -- Since when mail comes back from that address.
  bounced_at timestamptz,
  -- An address that was asked to confirm, by a link of which only the hash is kept.
  asked_email text,
  asked_at timestamptz,
  token_hash bytea,
  phone text,
  postal_address text,
  -- Opens one page, where mail about saved searches is stopped, without logging in.
  stop_token text,
  primary key (region, person),
  foreign key (region, person) references person,
  check (wants in ('everything', 'important', 'nothing')),
  check (verified_by in ('link', 'identity-provider'))
);
create unique index contact_token on contact (region, token_hash);
create unique index contact_stop on contact (region, stop_token);

-- What became of a message on its way outside.
create table delivery (
  region text not null,
  message uuid not null,
  channel text not null,
  state text not null,
  at timestamptz not null,
  code integer,
  primary key (region, message, channel),
  foreign key (region, message) references message on delete cascade,
  check (state in ('accepted', 'refused'))
);

-- What humans do to reach somebody, or decide about them: letters, calls, time that would lapse.
create table errand (
  region text not null,
  id uuid not null,
  message uuid not null,
  person uuid not null,
  landlord text not null,
  kind text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  event bigint,
  primary key (region, id),
  foreign key (region, message) references message on delete cascade,
  foreign key (region, person) references person,
  foreign key (region, landlord) references landlord,
  check (kind in ('phone', 'letter', 'decision'))
);
create index errand_waiting on errand (region, landlord, asked_at) where done_at is null;
create index errand_person on errand (region, person);

-- Reminders that were given, by the last day of the term they were about: each once.
create table reminder (
  region text not null,
  person uuid not null,
  last_day integer not null,
  step text not null,
  at timestamptz not null,
  primary key (region, person, last_day, step),
  foreign key (region, person) references person
);

-- What somebody looks for, by name (zoekopdrachten).
create table saved_search (
  region text not null,
  id uuid not null,
  person uuid not null,
  name text not null,
  filter jsonb not null,
  fits_only boolean not null,
  made_at timestamptz not null,
  -- Homes made known after this were not told yet.
  told_until timestamptz not null,
  paused_at timestamptz,
  primary key (region, id),
  foreign key (region, person) references person
);
create index saved_search_person on saved_search (region, person);

-- Whoever registered before there were reminders gets them too.
insert into job (region, task, payload, at)
  select region, 'remind-registration', jsonb_build_object('person', id), now()
  from person where human is not null and erased_at is null;
create index job_task on job (region, task, payload);
