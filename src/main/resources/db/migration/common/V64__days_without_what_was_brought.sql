-- Of a day's answers, reviews and so on those that were brought from elsewhere: a cohort's figures
-- leave them out.
alter table learner_day add column brought_answers int default 0 not null;
alter table learner_day add column brought_reviews int default 0 not null;
alter table learner_day add column brought_remembered int default 0 not null;
alter table learner_day add column brought_millis bigint default 0 not null;

merge into learner_day d
using (
  select learner_id, study_day, count(*) as answers,
    sum(case when phase = 'REVIEW' then 1 else 0 end) as reviews,
    sum(case when phase = 'REVIEW' and rating > 1 then 1 else 0 end) as remembered,
    coalesce(sum(millis), 0) as millis
  from past_review
  group by learner_id, study_day) b
on d.learner_id = b.learner_id and d.study_day = b.study_day
when matched then update set
  brought_answers = b.answers, brought_reviews = b.reviews, brought_remembered = b.remembered,
  brought_millis = b.millis;
