-- The contact that goes on in place of this one, where the two turned out to be one person.
ALTER TABLE contact ADD COLUMN merged_into TEXT;
