-- What was asked and answered in a review; null for entries older than this, and for no answers.
alter table review_log add column question_version_id bigint references question_version (id);
alter table review_log add column response text;
