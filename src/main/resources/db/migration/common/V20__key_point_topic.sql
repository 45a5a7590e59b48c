-- What a key point is called before its first question was answered.
alter table key_point add column topic varchar(300);
