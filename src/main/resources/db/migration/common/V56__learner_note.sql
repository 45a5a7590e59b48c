-- What instructors write about a member for each other. It ends with the membership.
create sequence learner_note_seq increment by 50;

create table learner_note (
  id bigint primary key,
  cohort_id bigint not null,
  learner_id bigint not null,
  author_id bigint not null references account (id),
  written_at timestamp(6) with time zone not null,
  text varchar(2000) not null,
  foreign key (cohort_id, learner_id)
    references cohort_member (cohort_id, learner_id) on delete cascade
);

create index learner_note_of_member on learner_note (cohort_id, learner_id, written_at);
create index learner_note_of_learner on learner_note (learner_id);
create index learner_note_by_author on learner_note (author_id);
