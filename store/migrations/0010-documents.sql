-- Papers that somebody gave for a check (documenten), until they are erased: then the row is gone.
create table document (
  region text not null,
  id uuid not null,
  person uuid not null,
  offer uuid not null,
  kind text not null,
  media text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
  size integer not null check (size between 1 and 10485760),
  sha256 bytea not null,
  content bytea not null,
  given_at timestamptz not null,
  given_by uuid not null,
  event bigint not null,
  primary key (region, id),
  foreign key (region, person) references person,
  foreign key (region, offer) references offer,
  foreign key (region, event) references event
);
-- What is in it is compressed already.
alter table document alter column content set storage external;
create unique index document_same on document (region, offer, kind, sha256);
create index document_person on document (region, person);

-- How it was seen: shown and handed back, or given here; and of which year it is.
alter table evidence
  add column seen_as text not null default 'shown' check (seen_as in ('shown', 'given')),
  add column of_year integer;
