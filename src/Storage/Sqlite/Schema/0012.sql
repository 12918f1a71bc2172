-- A file that came with messages, kept once per organisation. token: a keyed hash of its SHA-256. sealed: the key that its bytes on the disk are
-- under, its SHA-256 and its length. file: what it is called in the folder of media.
CREATE TABLE medium (
    organization TEXT NOT NULL,
    token        TEXT NOT NULL,
    file         TEXT NOT NULL UNIQUE,
    sealed       BLOB NOT NULL,
    PRIMARY KEY (organization, token)
) STRICT, WITHOUT ROWID;

-- Which events have which file: sequence, of the event in the log. Deleted with the event's content; a medium without any goes in the same step. due_at: when
-- it is looked for again, while it is wanted.
CREATE TABLE medium_use (
    sequence     INTEGER PRIMARY KEY REFERENCES log (sequence),
    organization TEXT    NOT NULL,
    shard        TEXT    NOT NULL,
    token        TEXT,
    state        TEXT    NOT NULL CHECK (state IN ('wanted', 'kept', 'missed')),
    tries        INTEGER NOT NULL DEFAULT 0,
    due_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX medium_use_by_token ON medium_use (organization, token) WHERE token IS NOT NULL;
CREATE INDEX medium_use_due ON medium_use (shard, due_at) WHERE state = 'wanted';

-- Files that no medium has any more, until they are deleted.
CREATE TABLE medium_trash (
    file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
