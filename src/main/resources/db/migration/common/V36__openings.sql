-- Who opened a quiz to a cohort: it is closed again when the quiz is no longer shared with them.
alter table authored_opening add column opened_by bigint references account (id);
update authored_quiz set visibility = 'COHORTS' where visibility = 'NOBODY';
