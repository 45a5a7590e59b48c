-- Raised with each change of the row, so that whoever comes second is told.
alter table account add column version int default 0 not null;
alter table cohort add column version int default 0 not null;
