-- A learner's attempts at a quiz are numbered, since neither a clock that may be set back nor ids,
-- which each server takes in blocks, say which came first. Older ones in the order of their clock.
alter table attempt add column ordinal integer;

update attempt a set ordinal = (
  select count(*) from attempt b
  where b.learner_id = a.learner_id and b.quiz_id = a.quiz_id
    and (b.started_at < a.started_at or (b.started_at = a.started_at and b.id <= a.id)));

alter table attempt alter column ordinal set not null;

alter table attempt add constraint attempt_in_order unique (learner_id, quiz_id, ordinal);
