create trigger audit_entry_append_only before update, delete on audit_entry
  for each row call "app.keypoint.audit.internal.AppendOnly";
