-- Where somebody was reached before that was changed: it is told there once, so that who did not do it hears of it.
-- Gone as soon as it was told.
create table old_address (
  region text not null,
  message uuid not null,
  email text,
  postal_address text,
  primary key (region, message),
  foreign key (region, message) references message on delete cascade,
  check (email is not null or postal_address is not null)
);
