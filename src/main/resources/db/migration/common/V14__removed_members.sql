-- Whom an instructor removed: the code does not let them in again until they are allowed back.
create table cohort_removal (
  cohort_id bigint not null references cohort (id) on delete cascade,
  learner_id bigint not null references account (id),
  removed_at timestamp(6) with time zone not null,
  primary key (cohort_id, learner_id)
);

-- Until when a password given by an administrator opens the account; null for people's own.
alter table account add column one_time_until timestamp(6) with time zone;
update account set one_time_until = current_timestamp + interval '3' day where password_one_time;
