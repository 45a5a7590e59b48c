-- What authors have dealt with of what learners say: a report, or an answer called right.
create table authored_aside (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  item_id varchar(100) not null,
  about varchar(60) not null,
  set_by bigint not null references account (id),
  set_at timestamp(6) with time zone not null,
  primary key (quiz_id, item_id, about)
);
