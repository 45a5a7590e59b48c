create function audit_seen_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.happened_at < current_timestamp - interval '30 days' then
      return old;
    end if;
  end if;
  raise exception 'The audit log is only appended to' using errcode = '42501';
end
$$;

create trigger audit_seen_append_only before update or delete on audit_seen
  for each row execute function audit_seen_append_only();

create trigger audit_seen_not_emptied before truncate on audit_seen
  for each statement execute function audit_seen_append_only();
