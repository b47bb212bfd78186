-- What was asked under a key, as a hash: the same key with something else is refused. Empty for forms, which
-- carry a key of their own page and are not compared.
alter table performed add column request bytea;
