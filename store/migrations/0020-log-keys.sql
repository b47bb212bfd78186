-- The log gets another key (sleutelwissel): one human asks, a second agrees. The announcement itself stands in the
-- log, signed by the old key and the new one; this only says where.
create table log_key_change (
  region text not null,
  id uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_event bigint not null,
  answered_by uuid,
  answered_at timestamptz,
  agreed boolean,
  -- The announcement, where it was agreed.
  event bigint,
  primary key (region, id),
  foreign key (region, asked_by) references human,
  foreign key (region, asked_event) references event,
  foreign key (region, event) references event,
  check (coalesce(agreed, false) = (event is not null))
);
create unique index log_key_change_open on log_key_change (region) where answered_at is null;
