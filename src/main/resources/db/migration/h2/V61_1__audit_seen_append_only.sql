create trigger audit_seen_append_only before update, delete on audit_seen
  for each row call "app.keypoint.audit.internal.AppendOnly";
