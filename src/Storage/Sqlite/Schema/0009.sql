-- Disposals: how often content of a thread's conversation was disposed of. followed_disposals: how many of them its summary has taken in; while
-- that is fewer, the preview in it counts for nothing.
ALTER TABLE thread ADD COLUMN disposals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE thread ADD COLUMN followed_disposals INTEGER NOT NULL DEFAULT 0;
CREATE INDEX thread_outdated ON thread (line, contact) WHERE followed_disposals < disposals;

-- The runs of disposal. place: up to which conversation, by key, this one has come. What was disposed of says the organisation's audit log.
CREATE TABLE disposal_run (
    organization TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    started_by   TEXT    NOT NULL,
    started_at   INTEGER NOT NULL,
    ended_at     INTEGER,
    place        TEXT,
    disposed     INTEGER NOT NULL DEFAULT 0,
    held         INTEGER NOT NULL DEFAULT 0,
    raw_items    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organization, id)
) STRICT, WITHOUT ROWID;

-- Finds the legal holds among an organisation's acts.
CREATE INDEX log_of_holds ON log (conversation, version) WHERE type IN ('hold_placed', 'hold_lifted');

-- Finds who else a contact turned out to be.
CREATE INDEX contact_by_merge ON contact (organization, merged_into) WHERE merged_into IS NOT NULL;
