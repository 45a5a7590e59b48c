create sequence account_seq increment by 50;

create table account (
  id bigint primary key,
  username varchar(100) not null unique,
  display_name varchar(100) not null,
  password_hash varchar(200) not null,
  -- given by an administrator, to be replaced at the next sign-in
  password_one_time boolean not null,
  -- counts the changes that end the sessions opened before them
  session_version integer not null,
  role varchar(20) not null,
  zone varchar(60) not null,
  rollover_hour smallint not null,
  locale varchar(20),
  enabled boolean not null,
  created_at timestamp(6) with time zone not null,
  last_seen timestamp(6) with time zone
);
