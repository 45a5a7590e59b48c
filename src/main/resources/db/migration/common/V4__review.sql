create sequence card_seq increment by 50;

create table card (
  id bigint primary key,
  learner_id bigint not null references account (id),
  question_id varchar(100) not null,
  version int not null,
  retired boolean not null,
  queue_day date,
  repetitions int not null,
  easiness int not null,
  interval_days int not null,
  due date not null,
  drill boolean not null,
  comes_up date not null,
  queued_at timestamp(6) with time zone not null,
  last_reviewed date,
  lapses int not null,
  suspended boolean not null,
  constraint card_of_learner unique (learner_id, question_id)
);

-- The due queue is one range of this index, in its order.
create index card_queue on card (learner_id, queue_day, queued_at, id);
create index card_question on card (question_id);

create sequence review_log_seq increment by 50;

create table review_log (
  id bigint primary key,
  learner_id bigint not null references account (id),
  card_id bigint not null references card (id),
  card_version int not null,
  at timestamp(6) with time zone not null,
  study_day date not null,
  kind varchar(10) not null,
  grade smallint,
  millis int not null,
  undoes bigint references review_log (id),
  before_repetitions int not null,
  before_easiness int not null,
  before_interval_days int not null,
  before_due date not null,
  before_drill boolean not null,
  before_comes_up date not null,
  before_queued_at timestamp(6) with time zone not null,
  before_last_reviewed date,
  before_lapses int not null,
  before_suspended boolean not null,
  after_repetitions int not null,
  after_easiness int not null,
  after_interval_days int not null,
  after_due date not null,
  after_drill boolean not null,
  after_comes_up date not null,
  after_queued_at timestamp(6) with time zone not null,
  after_last_reviewed date,
  after_lapses int not null,
  after_suspended boolean not null,
  constraint one_entry_per_click unique (card_id, card_version),
  constraint undone_once unique (undoes)
);

create index review_log_of_day on review_log (learner_id, study_day, id);

create table learner_day (
  learner_id bigint not null references account (id),
  study_day date not null,
  answers int not null,
  cleared int not null,
  reviews int not null,
  remembered int not null,
  millis bigint not null,
  primary key (learner_id, study_day)
);
