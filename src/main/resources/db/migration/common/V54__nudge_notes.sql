-- Why a nudge was dismissed, for all who run the cohort, and who said so last.
alter table nudge_dismissal add column note varchar(500) default '' not null;
alter table nudge_dismissal add column noted_by bigint references account (id);
alter table nudge_dismissal add column noted_at timestamp(6) with time zone;
