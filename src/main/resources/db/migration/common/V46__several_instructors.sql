-- Who runs a cohort beside its owner, who is cohort.instructor_id.
create table cohort_instructor (
  cohort_id bigint not null references cohort (id) on delete cascade,
  instructor_id bigint not null references account (id),
  added_at timestamp(6) with time zone not null,
  primary key (cohort_id, instructor_id)
);

create index cohort_instructor_by_account on cohort_instructor (instructor_id);

-- Since when a cohort is over, though its figures can be read; null while it runs.
alter table cohort add column archived_at timestamp(6) with time zone;
