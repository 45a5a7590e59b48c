create sequence audit_entry_seq increment by 50;

-- No foreign keys: what happened outlives who did it.
create table audit_entry (
  id bigint primary key,
  happened_at timestamp(6) with time zone not null,
  kind varchar(40) not null,
  -- User names; null for somebody who was not signed in, and for nobody.
  actor varchar(100),
  subject varchar(100),
  detail varchar(200) not null,
  address varchar(60) not null
);

create index audit_entry_by_time on audit_entry (happened_at);
