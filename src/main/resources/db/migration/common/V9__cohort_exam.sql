-- The day for which a cohort prepares a quiz.
create table cohort_exam (
  cohort_id bigint not null references cohort (id) on delete cascade,
  quiz_id varchar(100) not null,
  exam_day date not null,
  primary key (cohort_id, quiz_id)
);
