-- What facility rests on is the first attempt that was finished, as in item statistics: not one that
-- was left in the middle.
update learner_quiz q set first_attempt_id = (
  select a.id from attempt a
  where a.learner_id = q.learner_id and a.quiz_id = q.quiz_id and a.state = 'FINISHED'
  order by a.ordinal limit 1)
where exists (
  select 1 from attempt f where f.id = q.first_attempt_id and f.state <> 'FINISHED');
