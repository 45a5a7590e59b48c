-- The links by which the first administrator is made, as the servers that offer them keep them: with
-- several servers behind one address, whichever is reached knows each of them.
create table setup_link (
  -- SHA-256 of the link's token, in hexadecimal digits.
  token_hash varchar(64) primary key,
  until timestamp(6) with time zone not null
);
