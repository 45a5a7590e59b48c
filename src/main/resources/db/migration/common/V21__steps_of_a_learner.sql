-- The lock of everything that changes a learner's cards, and the number of their latest step.
create table review_learner (
  learner_id bigint primary key references account (id),
  steps bigint not null
);

-- Entries of one step share its number; ids say nothing of the order once two processes write.
alter table review_log add column step bigint default 0 not null;
update review_log set step = coalesce(part_of, id);
insert into review_learner (learner_id, steps)
  select learner_id, max(step) from review_log group by learner_id;

alter table review_log drop column part_of;
drop index review_log_of_learner;
drop index review_log_of_card;
drop index review_log_of_day;
alter table review_log add constraint one_entry_per_step unique (learner_id, step, card_id);
create index review_log_of_day on review_log (learner_id, study_day, step);
