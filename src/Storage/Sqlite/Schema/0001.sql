-- The first schema. Times are Unix microseconds (UTC); conversations are keyed by their text form org/line/contact.

-- One row for each event of each conversation, never changed. sequence is the order in which this database took them;
-- version is the conversation's own sequence number and what everything else refers to.
CREATE TABLE log (
    sequence     INTEGER PRIMARY KEY,
    conversation TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    type         TEXT    NOT NULL,
    schema       INTEGER NOT NULL,
    message_id   TEXT,
    recorded_at  INTEGER NOT NULL,
    provider_at  INTEGER,
    body         BLOB    NOT NULL,
    UNIQUE (conversation, version)
) STRICT;
CREATE INDEX log_by_message ON log (message_id, conversation) WHERE message_id IS NOT NULL;
CREATE TRIGGER log_rows_stay BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'The log is append-only.'); END;
CREATE TRIGGER log_rows_stay_as_they_are BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'The log is append-only.'); END;

-- The sealed content of an event. Apart from the log, so that disposal can delete it and leave the log as it is.
CREATE TABLE content (
    sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
    sealed   BLOB NOT NULL
) STRICT;

-- Keys that were taken by an event: provider message ids, idempotency keys. Makes duplicates answers.
CREATE TABLE claim (
    scope        TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    PRIMARY KEY (scope, key),
    FOREIGN KEY (conversation, version) REFERENCES log (conversation, version)
) STRICT, WITHOUT ROWID;

-- What a follower (an archive shard, an inbox) has still to read. place is the log sequence that first left it behind.
CREATE TABLE follower_mark (
    follower     TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    PRIMARY KEY (follower, conversation)
) STRICT, WITHOUT ROWID;
CREATE INDEX follower_mark_by_age ON follower_mark (follower, place);

-- Messages that wait to be sent. place orders them within the number and is kept when a message is put off.
CREATE TABLE outbound (
    conversation TEXT    NOT NULL,
    number       TEXT    NOT NULL,
    message_id   TEXT    NOT NULL,
    place        INTEGER NOT NULL,
    not_before   INTEGER NOT NULL,
    PRIMARY KEY (conversation, number, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbound_by_place ON outbound (number, place, not_before);

-- What arrived and could not be attributed or understood, sealed. Ids are never used again: operators note them down.
CREATE TABLE raw_inbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    provider    TEXT    NOT NULL,
    digest      TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    sealed      BLOB    NOT NULL,
    received_at INTEGER NOT NULL,
    times       INTEGER NOT NULL DEFAULT 1,
    replayed_at INTEGER,
    UNIQUE (provider, digest)
) STRICT;
CREATE INDEX raw_inbox_open ON raw_inbox (id) WHERE replayed_at IS NULL;

-- The archive's record of all events in one order per shard, never changed; each event once.
CREATE TABLE ledger (
    shard        TEXT    NOT NULL,
    sequence     INTEGER NOT NULL CHECK (sequence > 0),
    conversation TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    leaf_hash    BLOB    NOT NULL,
    chain_hash   BLOB    NOT NULL,
    recorded_at  INTEGER NOT NULL,
    PRIMARY KEY (shard, sequence),
    UNIQUE (shard, conversation, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_rows_stay BEFORE DELETE ON ledger BEGIN SELECT RAISE (ABORT, 'The ledger is append-only.'); END;
CREATE TRIGGER ledger_rows_stay_as_they_are BEFORE UPDATE ON ledger BEGIN SELECT RAISE (ABORT, 'The ledger is append-only.'); END;

-- The inbox of each line: one summary per thread. Derived from the log; can be rebuilt.
CREATE TABLE thread (
    line             TEXT    NOT NULL,
    contact          TEXT    NOT NULL,
    version          INTEGER NOT NULL,
    last_activity_at INTEGER NOT NULL,
    summary          BLOB    NOT NULL,
    UNIQUE (line, contact)
) STRICT;
CREATE INDEX thread_by_activity ON thread (line, last_activity_at DESC, contact);

-- The live feed of each line: every applied event has a cursor, so that a client can go on from where it was.
CREATE TABLE feed (
    line    TEXT    NOT NULL,
    cursor  INTEGER NOT NULL CHECK (cursor > 0),
    contact TEXT    NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (line, cursor)
) STRICT, WITHOUT ROWID;

-- The organisations with their people, lines and settings, as JSON.
CREATE TABLE organization (
    id      TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT;

-- Whose each number is. Written with its organisation, of whose body it repeats a part, so that no number has two owners.
CREATE TABLE number (
    channel      TEXT NOT NULL,
    number       TEXT NOT NULL,
    organization TEXT NOT NULL REFERENCES organization (id),
    line         TEXT NOT NULL,
    PRIMARY KEY (channel, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_by_organization ON number (organization);

-- Whose each WhatsApp business account is, in the same way.
CREATE TABLE whatsapp_account (
    account      TEXT NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL UNIQUE REFERENCES organization (id)
) STRICT, WITHOUT ROWID;

-- The organisations' contacts. search_name is the name in lower case: what is sorted by and searched. phone_at and bsuid_at: since when by
-- the provider's time, NULL where a person said so.
CREATE TABLE contact (
    organization TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    search_name  TEXT    NOT NULL,
    phone        TEXT,
    phone_at     INTEGER,
    bsuid        TEXT,
    bsuid_at     INTEGER,
    PRIMARY KEY (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_by_name ON contact (organization, search_name, id);

-- Which contact each alias (phone:+49..., bsuid:US....) means. The first to claim an alias keeps it.
CREATE TABLE contact_alias (
    organization TEXT NOT NULL,
    alias        TEXT NOT NULL,
    contact      TEXT NOT NULL,
    PRIMARY KEY (organization, alias)
) STRICT, WITHOUT ROWID;

-- One-time sign-in links, by the hash of their token.
CREATE TABLE sign_in_link (
    token_hash   TEXT    NOT NULL PRIMARY KEY,
    organization TEXT    NOT NULL,
    user         TEXT    NOT NULL,
    expires_at   INTEGER NOT NULL,
    used_at      INTEGER
) STRICT, WITHOUT ROWID;

-- The organisations' keys, wrapped by the master key, which is not in this database.
CREATE TABLE organization_key (
    organization TEXT    NOT NULL,
    id           INTEGER NOT NULL CHECK (id > 0),
    wrapped      BLOB    NOT NULL,
    PRIMARY KEY (organization, id)
) STRICT, WITHOUT ROWID;

-- Persistent state of grains. version is the ETag; a cleared state keeps its row without a body, so that an ETag never comes again.
CREATE TABLE grain_state (
    name     TEXT    NOT NULL,
    grain_id TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    body     BLOB,
    UNIQUE (name, grain_id)
) STRICT;

-- Reminders. hash is the grain id's uniform hash code, by which silos divide them; period is in microseconds.
CREATE TABLE reminder (
    grain_id TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    hash     INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    period   INTEGER NOT NULL,
    etag     TEXT    NOT NULL,
    PRIMARY KEY (grain_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_by_hash ON reminder (hash);
