-- What a mandate (machtiging) reaches to: reading, responding, renewing, changing, papers. Never answering an offer.
alter table mandate
  add column may text[] not null default '{read,respond,renew,change,papers}';

-- Somebody is invited to help: whoever comes with the code within the term becomes the helper. Only its hash is kept.
create table mandate_invite (
  region text not null,
  id uuid not null,
  person uuid not null,
  -- What the person calls their helper.
  name text not null,
  code_hash bytea not null,
  may text[] not null,
  until_day integer not null,
  made_at timestamptz not null,
  primary key (region, id),
  unique (region, code_hash),
  foreign key (region, person) references person
);
create index mandate_invite_person on mandate_invite (region, person);
create index mandate_helper on mandate (region, helper);
