create table calendar_feed (
  learner_id bigint primary key references account (id),
  -- SHA-256 of the address's token, in hexadecimal digits.
  token_hash varchar(64) not null unique,
  -- Starts the UIDs of the learner's days; stays when the address is made anew.
  uid_prefix varchar(36) not null,
  -- For those who follow their browser's language, which a calendar program does not know.
  language varchar(20) not null,
  created_at timestamp(6) with time zone not null
);

create table email_reminder (
  learner_id bigint primary key references account (id),
  address varchar(254) not null,
  send_hour smallint not null,
  language varchar(20) not null,
  -- Both null once the address is confirmed.
  confirmation_hash varchar(64) unique,
  confirmation_until timestamp(6) with time zone,
  -- As it is, since every mail has it again; all that it can do is to end the mails.
  stop_token varchar(43) not null unique,
  -- When to look next; null until the address is confirmed.
  next_at timestamp(6) with time zone,
  -- The study day of the last reminder.
  last_day date,
  failures smallint not null
);

create index email_reminder_by_next on email_reminder (next_at);
