-- False for a draft that was kept because an earlier edition was restored over it.
alter table authored_edition add column published boolean default true not null;
