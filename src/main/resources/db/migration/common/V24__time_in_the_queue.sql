-- Of a day's time the part that answers of the queue took: what the estimate of due cards divides.
alter table learner_day add column queue_millis bigint default 0 not null;

update learner_day
set queue_millis = coalesce((
  select sum(l.millis)
  from review_log l
  where l.learner_id = learner_day.learner_id and l.study_day = learner_day.study_day
    and l.kind in ('SCHEDULED', 'DRILL')
    and not exists (select 1 from review_log u where u.undoes = l.id)), 0);
