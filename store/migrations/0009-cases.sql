-- Complaints and objections as cases, opening a file in an emergency, and who signs checkpoints along.

create table complaint (
  region text not null,
  id bigint generated always as identity,
  -- A complaint about a landlord, or an objection against a decision of a municipality.
  route text not null check (route in ('complaint', 'objection')),
  -- The committee it lies with: that of the region has no name, that of a municipality has hers.
  committee text not null,
  person uuid not null,
  -- Which decision, as it stands among the decisions about the person; and what it was.
  decision text not null,
  kind text not null,
  code text,
  landlord text,
  listing bigint,
  decided_on integer not null,
  -- What the person wrote: goes when their file is erased.
  words text,
  made_by uuid not null,
  made_at timestamptz not null,
  event bigint not null,
  decide_by integer not null,
  -- A home is not let over the head of who was passed over before this day is over.
  urgent_until integer,
  state text not null check (
    state in ('received', 'with-landlord', 'ready', 'judged', 'decided', 'withdrawn')
  ),
  react_by integer,
  reaction text,
  reacted_by uuid,
  reacted_at timestamptz,
  outcome text check (outcome in ('founded', 'unfounded', 'not-admissible')),
  consequence text check (consequence in ('advice', 'binding')),
  motivation text,
  judged_by uuid,
  judged_at timestamptz,
  -- Why a second person did not agree with what was judged.
  sent_back text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  late_since timestamptz,
  primary key (region, id),
  foreign key (region, person) references person,
  foreign key (region, event) references event,
  check (confirmed_by is null or confirmed_by <> judged_by)
);
create unique index complaint_running on complaint (region, person, decision)
  where state not in ('decided', 'withdrawn');
create index complaint_person on complaint (region, person);
create index complaint_committee on complaint (region, committee, state);
create index complaint_landlord on complaint (region, landlord, state);
create index complaint_listing on complaint (region, listing);

-- Who was called into a case: only they see what is in it.
create table complaint_member (
  region text not null,
  complaint bigint not null,
  human uuid not null,
  since timestamptz not null,
  event bigint not null,
  primary key (region, complaint, human),
  foreign key (region, complaint) references complaint,
  foreign key (region, human) references human
);

-- A file that somebody opened without a right to it, because it could not wait (noodinzage).
create table break_glass (
  region text not null,
  id uuid not null,
  person uuid not null,
  human uuid not null,
  role text not null,
  -- In words: goes when the file is erased.
  reason text,
  opened_at timestamptz not null,
  until timestamptz not null,
  event bigint not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  justified boolean,
  verdict text,
  primary key (region, id),
  foreign key (region, person) references person,
  foreign key (region, human) references human,
  foreign key (region, event) references event,
  check (reviewed_by is null or reviewed_by <> human)
);
create index break_glass_person on break_glass (region, person);
create index break_glass_waiting on break_glass (region, opened_at) where reviewed_at is null;

-- Who signs checkpoints along (getuigen), by their public key; and what they signed. Only roots, never persons.
create table witness (
  region text not null,
  name text not null,
  public_key bytea not null check (length(public_key) = 32),
  organisation text not null,
  since timestamptz not null,
  ended_at timestamptz,
  event bigint not null,
  primary key (region, name),
  foreign key (region, event) references event
);

create table cosignature (
  region text not null,
  size bigint not null,
  witness text not null,
  signed_at timestamptz not null,
  -- The line as it stands under the checkpoint.
  line text not null,
  primary key (region, size, witness),
  foreign key (region, size) references checkpoint,
  foreign key (region, witness) references witness
);
create trigger cosignature_stays before update or delete or truncate on cosignature
  execute function refuse_change();

-- Replaying every decision of a period, a few at a time, so that it goes on while nobody looks.
create table replay_run (
  region text not null,
  id uuid not null,
  human uuid not null,
  from_day integer not null,
  until_day integer not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  total integer not null,
  done integer not null default 0,
  after_listing bigint not null default 0,
  wrong jsonb not null default '[]',
  primary key (region, id),
  foreign key (region, human) references human
);

-- Reads are looked up by what they are.
create index event_kind_at on event (region, kind, at);
