-- Of a draft that was put aside: all its parts as they were, also what no quiz file states, such as
-- the words of retired ones. Null for what was published, and for what was put aside before this.
alter table authored_edition add column parts text;
