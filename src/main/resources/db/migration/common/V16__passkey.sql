create sequence passkey_seq increment by 50;

create table passkey (
  id bigint primary key,
  account_id bigint not null references account (id),
  -- what authenticators know the account by: random, the same for all passkeys of an account
  user_handle varchar(100) not null,
  credential_id varchar(1400) not null unique,
  public_key varchar(4000) not null,
  attestation_object varchar(8000) not null,
  signature_count bigint not null,
  transports varchar(100) not null,
  uv_initialized boolean not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  name varchar(60) not null,
  created_at timestamp(6) with time zone not null,
  last_used timestamp(6) with time zone
);
create index passkey_of_account on passkey (account_id);
create index passkey_of_handle on passkey (user_handle);
