-- What is kept of a list for who looks up their own place: a head that all share, and a part for each. Lists of
-- before have none; those are read from their receipt.
alter table ranking add column head json;
alter table standing add column part json;

-- Whom somebody at a counter says they are is looked up by their address.
create index person_email on person (region, lower(email)) where erased_at is null;
