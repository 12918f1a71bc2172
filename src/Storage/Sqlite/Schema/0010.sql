-- The index of the archive's search, made anew before anything came into it: it keeps the tokens of each message, so that a message can be taken
-- out in the step that disposes of its content. What is deleted leaves its pages at once, not with a later merge.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (tokens, detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
