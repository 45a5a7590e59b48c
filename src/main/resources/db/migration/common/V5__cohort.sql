create sequence cohort_seq increment by 50;

create table cohort (
  id bigint primary key,
  name varchar(100) not null,
  instructor_id bigint not null references account (id),
  -- Without the dash that people see.
  join_code varchar(6) not null unique,
  created_at timestamp(6) with time zone not null
);

create index cohort_by_instructor on cohort (instructor_id);

create table cohort_member (
  cohort_id bigint not null references cohort (id) on delete cascade,
  learner_id bigint not null references account (id),
  joined_at timestamp(6) with time zone not null,
  primary key (cohort_id, learner_id)
);

create index cohort_member_by_learner on cohort_member (learner_id);

-- A nudge that the instructor has dealt with, hidden for a while.
create table nudge_dismissal (
  cohort_id bigint not null,
  learner_id bigint not null,
  kind varchar(20) not null,
  level varchar(10) not null,
  hidden_until timestamp(6) with time zone not null,
  primary key (cohort_id, learner_id, kind),
  foreign key (cohort_id, learner_id)
    references cohort_member (cohort_id, learner_id) on delete cascade
);
