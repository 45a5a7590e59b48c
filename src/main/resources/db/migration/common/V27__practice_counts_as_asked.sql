-- A due card that was practised has been asked: it counts towards the day's limit.
update learner_day
set due_done = due_done + (
  select count(*)
  from review_log l
  where l.learner_id = learner_day.learner_id and l.study_day = learner_day.study_day
    and l.kind = 'PRACTICE' and l.before_last_seen < l.study_day
    and l.before_comes_up <= l.study_day
    and not exists (select 1 from review_log u where u.undoes = l.id));
