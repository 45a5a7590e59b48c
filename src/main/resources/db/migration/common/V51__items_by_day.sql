-- What a learner answered since a day: of attempts that were broken off long ago, no item is read.
create index attempt_item_day on attempt_item (attempt_id, study_day);
