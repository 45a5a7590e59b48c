create sequence external_identity_seq increment by 50;

-- accounts of people who sign in elsewhere: tied by these two and by nothing that people can choose
create table external_identity (
  id bigint primary key,
  account_id bigint not null unique references account (id),
  issuer varchar(500) not null,
  subject varchar(255) not null,
  unique (issuer, subject)
);
