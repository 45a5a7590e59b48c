create table quiz (
  id varchar(100) primary key,
  file varchar(255) not null,
  title varchar(300) not null,
  position integer not null,
  article_title varchar(500) not null,
  article_author varchar(300) not null,
  article_section varchar(300) not null,
  retired boolean not null
);

create table key_point (
  id varchar(100) primary key,
  quiz_id varchar(100) not null references quiz (id),
  ordinal integer not null,
  title varchar(300) not null,
  text varchar(4000) not null,
  paragraph integer not null,
  retired boolean not null
);

create table question (
  id varchar(100) primary key,
  quiz_id varchar(100) not null references quiz (id),
  ordinal integer not null,
  retired boolean not null
);

create sequence question_version_seq increment by 50;

-- Never deleted: what an answer was given to can be shown for ever.
create table question_version (
  id bigint primary key,
  question_id varchar(100) not null references question (id),
  hash varchar(64) not null,
  series integer not null,
  series_hash varchar(64) not null,
  latest boolean not null,
  body text not null,
  created_at timestamp(6) with time zone not null,
  unique (question_id, hash)
);
