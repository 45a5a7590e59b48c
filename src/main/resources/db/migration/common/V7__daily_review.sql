-- What a second scheduler remembers of a card, and when the card was last seen.
alter table card add column stability double precision default 0 not null;
alter table card add column difficulty double precision default 0 not null;
alter table card add column last_seen date;
-- Never answered: waits for its turn among the day's new cards.
alter table card add column fresh boolean default false not null;
update card set last_seen = last_reviewed;

-- The due queue and its order are one range of this index; nothing else is read for its counts.
drop index card_queue;
create index card_queue on card
  (learner_id, fresh, queue_day, last_seen, due, interval_days, queued_at, id, question_id);

alter table review_log add column before_stability double precision default 0 not null;
alter table review_log add column before_difficulty double precision default 0 not null;
alter table review_log add column before_last_seen date;
alter table review_log add column after_stability double precision default 0 not null;
alter table review_log add column after_difficulty double precision default 0 not null;
alter table review_log add column after_last_seen date;
update review_log
  set before_last_seen = before_last_reviewed, after_last_seen = after_last_reviewed;

-- The first entry of a step that changed many cards at once; null for that first entry itself.
alter table review_log add column part_of bigint references review_log (id);
-- The learner's own verdict on a typed answer that the key did not accept.
alter table review_log add column overruled boolean default false not null;
create index review_log_of_learner on review_log (learner_id, id);
create index review_log_parts on review_log (part_of);
create index review_log_of_card on review_log (card_id, id);

alter table learner_day add column due_done int default 0 not null;
alter table learner_day add column introduced int default 0 not null;
-- A day that a move to another zone cut short: it breaks no streak.
alter table learner_day add column bridged boolean default false not null;

create table review_preferences (
  learner_id bigint primary key references account (id),
  new_per_day int not null,
  reviews_per_day int,
  full_scale boolean not null,
  smoothing boolean not null,
  scheduler varchar(10) not null,
  retention double precision not null
);

create table exam (
  learner_id bigint not null references account (id),
  quiz_id varchar(100) not null,
  exam_day date not null,
  primary key (learner_id, quiz_id)
);

create sequence past_review_seq increment by 50;

-- Answers brought from elsewhere; card is a question's id or another program's name of a card.
create table past_review (
  id bigint primary key,
  learner_id bigint not null references account (id),
  card varchar(200) not null,
  at timestamp(6) with time zone not null,
  study_day date not null,
  rating smallint not null,
  phase varchar(10),
  millis int,
  constraint brought_once unique (learner_id, card, at)
);
