-- Columns of the table of learners that somebody has hidden; columns that come later are shown.
create table hidden_column (
  account_id bigint not null references account (id),
  name varchar(120) not null,
  primary key (account_id, name)
);
