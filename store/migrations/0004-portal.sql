-- Forms somebody is filling in (concepten): kept until they are sent, so that nothing typed is lost.
create table draft (
  region text not null,
  human uuid not null,
  form text not null,
  answers jsonb not null,
  at timestamptz not null,
  primary key (region, human, form),
  foreign key (region, human) references human
);
