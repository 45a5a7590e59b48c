-- As app.keypoint.audit.internal.AppendOnly: a name may become the number of the account that has it.
create or replace function audit_entry_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.happened_at < current_timestamp - interval '30 days' then
      return old;
    end if;
  elsif tg_op = 'UPDATE' then
    if (old.id, old.happened_at, old.kind, old.detail, old.address)
        = (new.id, new.happened_at, new.kind, new.detail, new.address)
      and (new.actor is not distinct from old.actor
        or exists (select 1 from account where username = old.actor and '#' || id = new.actor))
      and (new.subject is not distinct from old.subject
        or exists (select 1 from account where username = old.subject and '#' || id = new.subject))
    then
      return new;
    end if;
  end if;
  raise exception 'The audit log is only appended to' using errcode = '42501';
end
$$;
