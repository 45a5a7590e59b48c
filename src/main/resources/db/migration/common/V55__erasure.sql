-- Since when somebody asks that their account be erased; null while they do not.
alter table account add column erasure_asked_at timestamp(6) with time zone;
-- When it was: what is left has a number for a name.
alter table account add column erased_at timestamp(6) with time zone;

create index account_erasure_asked on account (erasure_asked_at);

-- Who looked at somebody, for them to see; and what somebody did, when it is taken along.
create index audit_entry_by_subject on audit_entry (subject, happened_at);
create index audit_entry_by_actor on audit_entry (actor, happened_at);
