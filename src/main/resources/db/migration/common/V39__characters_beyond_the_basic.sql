-- A quiz counts characters, H2 counts the units of UTF-16: twice as many for emoji and rare Han.
alter table quiz alter column title set data type varchar(600);
alter table quiz alter column article_title set data type varchar(600);
alter table quiz alter column article_author set data type varchar(600);
alter table quiz alter column article_section set data type varchar(600);
alter table key_point alter column title set data type varchar(600);
alter table key_point alter column topic set data type varchar(600);
alter table key_point alter column text set data type varchar(8000);
