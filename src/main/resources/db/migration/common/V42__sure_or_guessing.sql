-- Whether the account's person is asked how sure they are of each answer.
alter table account add column confidence_asked boolean default false not null;

-- What they said: SURE, THINK_SO or GUESS; null when nothing was said.
alter table attempt_item add column confidence varchar(10);
alter table review_log add column confidence varchar(10);
alter table past_review add column confidence varchar(10);

-- Of a day's answers those given with it, and how many of them were right.
alter table learner_day add column sure int default 0 not null;
alter table learner_day add column sure_right int default 0 not null;
alter table learner_day add column think_so int default 0 not null;
alter table learner_day add column think_so_right int default 0 not null;
alter table learner_day add column guess int default 0 not null;
alter table learner_day add column guess_right int default 0 not null;
