-- The images of questions, each once, by the SHA-256 of its bytes. Never changed.
create table picture (
  hash varchar(64) primary key,
  format varchar(4) not null,
  width int not null,
  height int not null,
  bytes bytea not null,
  created_at timestamp(6) with time zone not null
);

-- The images that were brought into a quiz that somebody writes.
create table authored_picture (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  hash varchar(64) not null references picture (hash),
  size int not null,
  brought_at timestamp(6) with time zone not null,
  primary key (quiz_id, hash)
);

create index authored_picture_by_hash on authored_picture (hash);
