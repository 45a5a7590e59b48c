-- Held by whoever brings the quiz files into the database: of several servers one at a time.
create table content_load (
  id integer primary key,
  loads bigint not null
);

insert into content_load (id, loads) values (1, 0);
