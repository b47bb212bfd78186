-- An export of a whole region (uitvoer): one human asks, a second agrees, a job makes it. The file stands in parts
-- until its short time is over, and only who asked can have it.
create table region_export (
  region text not null,
  id uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_event bigint not null,
  answered_by uuid,
  answered_at timestamptz,
  agreed boolean,
  -- Rows to write, and those that were.
  total bigint not null default 0,
  done bigint not null default 0,
  ready_at timestamptz,
  bytes bigint,
  -- Of the list of hashes in it.
  sha256 bytea,
  fetched integer not null default 0,
  -- When the file went away, or the making of it was stopped.
  ended_at timestamptz,
  primary key (region, id),
  foreign key (region, asked_by) references human,
  foreign key (region, answered_by) references human,
  foreign key (region, asked_event) references event,
  check (coalesce(agreed, false) = false or answered_by <> asked_by)
);
create unique index region_export_open on region_export (region)
  where ready_at is null and ended_at is null and coalesce(agreed, true);

create table region_export_part (
  region text not null,
  id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (region, id, number),
  foreign key (region, id) references region_export
);
-- What is in it is compressed already.
alter table region_export_part alter column bytes set storage external;

-- A region that was put back from a back-up is held: nothing happens in it until somebody says that it goes on here.
create table region_restore (
  region text primary key,
  restored_at timestamptz not null,
  -- The moment of the back-up.
  made_at timestamptz not null,
  -- Of the list of hashes in it.
  archive bytea not null,
  log_size bigint not null,
  log_root bytea not null,
  -- A checkpoint that counts more events than the back-up has.
  later text,
  resumed_at timestamptz
);
