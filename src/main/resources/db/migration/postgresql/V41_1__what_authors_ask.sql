-- Few answers are called right, and authors look for those alone. H2 has an index of each foreign
-- key and no partial ones.
create index attempt_item_called_right on attempt_item (question_version_id)
  where match = 'OVERRULED';
create index review_log_called_right on review_log (question_version_id) where overruled;
-- A quiz's author looks at the attempts of everybody.
create index attempt_of_quiz on attempt (quiz_id);
