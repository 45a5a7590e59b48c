-- What administrators allow instructors who bring a roster; one row.
create table roster_rules (
  id smallint primary key,
  -- Accounts for those who have none.
  making_accounts boolean not null,
  -- Those who have one become members without being asked.
  joining_unasked boolean not null
);
insert into roster_rules (id, making_accounts, joining_unasked) values (1, false, false);

-- Whom a roster asks into a cohort. It ends when they become a member, by whichever way.
create table cohort_invitation (
  cohort_id bigint not null references cohort (id) on delete cascade,
  learner_id bigint not null references account (id),
  invited_at timestamp(6) with time zone not null,
  -- When they said no, after which no roster asks them again; null while they are asked.
  refused_at timestamp(6) with time zone,
  primary key (cohort_id, learner_id)
);

create index cohort_invitation_by_learner on cohort_invitation (learner_id);
