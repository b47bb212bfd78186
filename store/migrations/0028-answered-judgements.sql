-- What a landlord does with what the committee judged: of an advice whether it follows it, of a binding judgement that
-- it was carried out. It says so before a day, in words that the person reads too.
alter table complaint
  add column answer_by integer,
  add column answer text check (answer in ('follows', 'partly', 'not', 'carried-out', 'cannot')),
  -- Goes when the file of the person is erased.
  add column answer_words text,
  add column answered_by uuid,
  add column answered_at timestamptz,
  -- Nobody said anything before that day was over.
  add column unanswered_since timestamptz,
  add check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null));
create index complaint_to_answer on complaint (region, landlord, answer_by)
  where answer_by is not null and answered_at is null;
create index complaint_unanswered on complaint (region, committee)
  where unanswered_since is not null and answered_at is null;

-- What was judged before it was asked: from today on.
update complaint set answer_by = current_date - date '1970-01-01' + 28
where state = 'decided' and outcome = 'founded' and landlord is not null and words is not null;
insert into job (region, task, payload, at)
select region, 'remind-complaint', jsonb_build_object('complaint', id),
  (date '1970-01-01' + answer_by + 1)::timestamp at time zone 'Europe/Amsterdam'
from complaint where answer_by is not null;
