create sequence attempt_seq increment by 50;

create table attempt (
  id bigint primary key,
  learner_id bigint not null references account (id),
  quiz_id varchar(100) not null references quiz (id),
  state varchar(10) not null,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  marks double precision,
  max_marks integer not null
);

create index attempt_learner on attempt (learner_id, quiz_id);

create sequence attempt_item_seq increment by 50;

create table attempt_item (
  id bigint primary key,
  attempt_id bigint not null references attempt (id),
  position integer not null,
  question_version_id bigint not null references question_version (id),
  question_id varchar(100) not null,
  series integer not null,
  option_order varchar(1000) not null,
  response text,
  marks double precision,
  match varchar(20),
  answered_at timestamp(6) with time zone,
  millis integer,
  constraint item_of_attempt unique (attempt_id, position)
);

-- One row per learner and quiz: the lock of everything that they do in it, and what dashboards read.
create table learner_quiz (
  learner_id bigint not null references account (id),
  quiz_id varchar(100) not null references quiz (id),
  finished integer not null,
  best double precision,
  first_attempt_id bigint references attempt (id),
  open_attempt_id bigint references attempt (id),
  answered integer not null,
  total integer not null,
  saved_at timestamp(6) with time zone,
  primary key (learner_id, quiz_id)
);

create index learner_quiz_open on learner_quiz (open_attempt_id);
