-- Its one row is held by whoever brings the quiz files into the database: of several servers one at a
-- time.
create table content_load (
  id integer primary key
);

insert into content_load (id) values (1);
