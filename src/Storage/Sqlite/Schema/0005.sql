-- Since when a message is in the queue, kept while it is put off; NULL for those that were in it before.
ALTER TABLE outbound ADD COLUMN since INTEGER;
