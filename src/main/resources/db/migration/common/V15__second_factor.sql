-- the secrets of authenticator apps, apart from the accounts and sealed with a key that is not here
create table authenticator_app (
  account_id bigint primary key references account (id),
  sealed_secret varchar(200) not null,
  -- the step of the last code that was taken: no code counts twice
  last_step bigint not null,
  since timestamp(6) with time zone not null
);

create sequence recovery_code_seq increment by 50;

-- those that are left; a code that was used is deleted
create table recovery_code (
  id bigint primary key,
  account_id bigint not null references account (id),
  hash varchar(200) not null
);
create index recovery_code_of_account on recovery_code (account_id);

-- the roles that may not sign in with a password alone
create table second_factor_policy (
  role varchar(20) primary key
);
