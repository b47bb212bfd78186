-- A name or a date of birth is corrected by two humans, as a date of registration is; and what comes in on paper
-- counts from the day on which it was received.
alter table correction
  add column about text not null default 'registered-on' check (about in ('registered-on', 'identity')),
  alter column from_day drop not null,
  alter column to_day drop not null,
  -- Nothing once the person's file is erased.
  add column from_name text,
  add column to_name text,
  add column from_born integer,
  add column to_born integer,
  -- The day that stands on the paper that was seen; no number of it is kept, and no copy.
  add column paper_on integer,
  add check (about = 'identity' or (from_day is not null and to_day is not null));
drop index correction_open;
create unique index correction_open on correction (region, person, about) where reviewed_at is null;

-- Where it came in on paper; else it came in when it was made.
alter table complaint add column received_on integer;
