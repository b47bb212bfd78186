-- What proves the log: which events wait for a position, how far the tree is, and its hashes in tiles.

-- Numbers are given before a transaction commits, and so come in out of order: an event stands here from the
-- transaction that wrote it until it has a position, and none is passed over. No key refers to the event: only
-- the trigger below writes here, and no event ever goes.
create table event_unplaced (
  region text not null,
  event bigint not null,
  primary key (region, event)
);
insert into event_unplaced
  select region, number from event
  where not exists (
    select from log_leaf where log_leaf.region = event.region and log_leaf.event = event.number
  );

create function await_position() returns trigger language plpgsql as $$
begin
  insert into event_unplaced (region, event) select region, number from written;
  return null;
end $$;
create trigger event_awaits_position after insert on event
  referencing new table as written for each statement execute function await_position();

-- How many events have a position; whoever gives positions holds this row, and nobody waits for it.
create table log_head (
  region text not null,
  size bigint not null,
  primary key (region)
);

-- Hashes of the tree, 256 of a level together (C2SP tlog-tiles); level 0 holds the leaves.
create table log_tile (
  region text not null,
  level integer not null,
  index bigint not null,
  hashes bytea not null,
  primary key (region, level, index),
  check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0)
);

create function only_grow() returns trigger language plpgsql as $$
begin
  if substring(new.hashes for length(old.hashes)) <> old.hashes
    or (new.region, new.level, new.index) <> (old.region, old.level, old.index)
  then
    raise exception 'the log is only ever added to' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger log_tile_grows before update on log_tile for each row execute function only_grow();
create trigger log_tile_stays before delete or truncate on log_tile
  execute function refuse_change();

-- Looking up what somebody holds, and reading one kind of event.
create index event_hash on event (region, hash);
create index event_kind on event (region, kind);
create index ranking_hash on ranking (region, hash);
create index ranking_event on ranking (region, event);
create index ranking_day on ranking (region, on_day, listing);
