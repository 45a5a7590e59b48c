-- Whom an entry of the audit log is about that is about many: a row each, for them to see. The log
-- itself has one entry. No foreign key to it: both go by the same age, and a key would be an index
-- more to write.
create table audit_seen (
  account_id bigint not null references account (id),
  happened_at timestamp(6) with time zone not null,
  entry_id bigint not null,
  primary key (account_id, happened_at, entry_id)
);
