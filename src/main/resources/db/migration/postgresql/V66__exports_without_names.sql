-- Files of one learner's history were noted under the learner's name. Details stay when an account
-- is erased, so these are said as they are since: the cohort's name up to the first dot, and what
-- it was. The one change that this log is made to take: its guard is set aside for it.
alter table audit_entry disable trigger audit_entry_append_only;

update audit_entry
set detail = substring(detail from 1 for position(' · ' in detail) + 2) || 'History of a learner'
where kind = 'EXPORTED' and detail like '% · %: history';

update audit_entry
set detail = substring(detail from 1 for position(' · ' in detail) + 2) || '一名学员的经历'
where kind = 'EXPORTED' and detail like '% · %：经历';

-- What was too long was cut, perhaps within a name.
update audit_entry
set detail = substring(detail from 1 for position(' · ' in detail) + 2) || '…'
where kind = 'EXPORTED' and detail like '% · %' and char_length(detail) >= 199;

alter table audit_entry enable trigger audit_entry_append_only;
