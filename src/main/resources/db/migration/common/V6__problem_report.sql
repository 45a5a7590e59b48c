create sequence problem_report_seq increment by 50;

create table problem_report (
  id bigint primary key,
  learner_id bigint not null references account (id),
  question_version_id bigint not null references question_version (id),
  note varchar(1000) not null,
  reported_at timestamp(6) with time zone not null
);

create index problem_report_of_learner on problem_report (learner_id, reported_at);
