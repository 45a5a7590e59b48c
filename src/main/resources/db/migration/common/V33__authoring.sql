-- A quiz that somebody writes; its id is the one under which it is served once published.
create table authored_quiz (
  id varchar(100) primary key,
  author_id bigint not null references account (id),
  -- Of the draft, so that lists need not read bodies.
  title varchar(1000) not null,
  visibility varchar(10) not null,
  -- The edition that is served; null before the first and when it is withdrawn.
  published int,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);

create index authored_quiz_by_author on authored_quiz (author_id);

-- The draft, in the parts by which two authors are kept from undoing each other.
create table authored_item (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  item_id varchar(100) not null,
  kind varchar(10) not null,
  place int not null,
  body text not null,
  revision int not null,
  changed_by bigint not null references account (id),
  changed_at timestamp(6) with time zone not null,
  retired boolean not null,
  primary key (quiz_id, item_id)
);

-- What was published, as files would say it. Never changed.
create table authored_edition (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  edition int not null,
  yaml text not null,
  published_by bigint not null references account (id),
  published_at timestamp(6) with time zone not null,
  note varchar(300) not null,
  primary key (quiz_id, edition)
);

create table authored_share (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  account_id bigint not null references account (id),
  may varchar(10) not null,
  primary key (quiz_id, account_id)
);

create index authored_share_by_account on authored_share (account_id);

create table authored_opening (
  quiz_id varchar(100) not null references authored_quiz (id) on delete cascade,
  cohort_id bigint not null references cohort (id) on delete cascade,
  primary key (quiz_id, cohort_id)
);

create index authored_opening_by_cohort on authored_opening (cohort_id);
