-- What a cohort is asked to finish, from when and until when.
create table assignment (
  cohort_id bigint not null references cohort (id) on delete cascade,
  quiz_id varchar(100) not null,
  opens_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone not null,
  -- The least share of marks that counts as finished; null when any does.
  wanted double precision,
  primary key (cohort_id, quiz_id)
);

-- Somebody for whom it is due later. It ends with their membership.
create table assignment_extension (
  cohort_id bigint not null,
  quiz_id varchar(100) not null,
  learner_id bigint not null,
  due_at timestamp(6) with time zone not null,
  primary key (cohort_id, quiz_id, learner_id),
  foreign key (cohort_id, quiz_id) references assignment (cohort_id, quiz_id) on delete cascade,
  foreign key (cohort_id, learner_id)
    references cohort_member (cohort_id, learner_id) on delete cascade
);
