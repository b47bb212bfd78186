-- What was done of what was to happen later (taken), for a while; and what was erased, by kind and number only.
create table job_done (
  region text not null,
  number bigint generated always as identity,
  -- What it was called while it waited.
  id bigint not null,
  task text not null,
  at timestamptz not null,
  done_at timestamptz not null,
  -- Attempts that failed before.
  attempts integer not null,
  -- Why there was nothing to do any more.
  refused text,
  primary key (region, number)
);
create index job_done_at on job_done (region, done_at);

create table retention_run (
  region text not null,
  event bigint not null,
  at timestamptz not null,
  erased jsonb not null,
  primary key (region, event),
  foreign key (region, event) references event
);
create index retention_run_at on retention_run (region, at);
