-- The article's text, for learners who may read it, and the words of it that key points and
-- questions name, as JSON by their ids. Null where a quiz has none.
alter table quiz add column article_text text;
alter table quiz add column article_readable boolean default false not null;
alter table quiz add column passages text;
