-- The contact that goes on in place of this one, where the two turned out to be one person.
ALTER TABLE contact ADD COLUMN merged_into TEXT;

-- An attempt to send is open: at not_before its outcome counts as unknown, whether the number sends just then or not.
ALTER TABLE outbound ADD COLUMN attempting INTEGER NOT NULL DEFAULT 0;
