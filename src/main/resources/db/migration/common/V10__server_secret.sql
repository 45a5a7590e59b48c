-- Keys that the server makes for itself and that have to outlive it, in hexadecimal.
create table server_secret (
  name   varchar(40) primary key,
  secret varchar(128) not null
);
