-- When jobs were last seen at work: a long time without them is an outage.
create table pulse (
  region text primary key,
  at timestamptz not null
);

-- When a listing would have closed, had there been no outage.
alter table listing add column extended_from timestamptz;
