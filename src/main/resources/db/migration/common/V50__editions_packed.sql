-- The texts of an older edition, compressed; its yaml is empty then and its parts are null. Null for
-- the newest, and for those whose texts went before this.
alter table authored_edition add column packed bytea;
-- The hashes of the images that packed texts name, in which nothing could be looked for.
alter table authored_edition add column images text;
