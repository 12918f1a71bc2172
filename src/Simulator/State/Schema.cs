namespace MultiLine.Simulator.State;

internal static class Schema
{
    /// <summary>Times are Unix milliseconds; a document is a record as JSON.</summary>
    public const string Text = """
        CREATE TABLE IF NOT EXISTS phones (
            number   TEXT PRIMARY KEY,
            user_id  TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS messages (
            sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
            id            TEXT NOT NULL UNIQUE,
            number_id     TEXT NOT NULL,
            contact       TEXT NOT NULL,
            incoming      INTEGER NOT NULL,
            callback_data TEXT,
            open          INTEGER NOT NULL,
            document      TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS messages_of_contact ON messages (contact, sequence);
        CREATE INDEX IF NOT EXISTS messages_open ON messages (contact, sequence) WHERE open = 1;
        CREATE INDEX IF NOT EXISTS messages_by_callback_data ON messages (callback_data) WHERE callback_data IS NOT NULL;

        CREATE TABLE IF NOT EXISTS sms (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            sid      TEXT NOT NULL UNIQUE,
            contact  TEXT NOT NULL,
            incoming INTEGER NOT NULL,
            document TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS sms_of_contact ON sms (contact, sequence);

        CREATE TABLE IF NOT EXISTS calls (
            id       TEXT PRIMARY KEY,
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS windows (
            number_id    TEXT NOT NULL,
            contact      TEXT NOT NULL,
            last_inbound INTEGER NOT NULL,
            PRIMARY KEY (number_id, contact)) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS templates (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id       TEXT NOT NULL UNIQUE,
            waba     TEXT NOT NULL,
            name     TEXT NOT NULL,
            language TEXT NOT NULL,
            document TEXT NOT NULL,
            UNIQUE (waba, name, language)) STRICT;

        CREATE TABLE IF NOT EXISTS verdicts (
            name     TEXT PRIMARY KEY,
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS numbers (
            id       TEXT PRIMARY KEY,
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS accounts (
            waba     TEXT PRIMARY KEY,
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS blocks (
            number_id TEXT NOT NULL,
            contact   TEXT NOT NULL,
            PRIMARY KEY (number_id, contact)) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS profiles (
            number_id TEXT PRIMARY KEY,
            document  TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS media (
            id        TEXT PRIMARY KEY,
            number_id TEXT NOT NULL,
            mime_type TEXT NOT NULL,
            sha256    TEXT NOT NULL,
            bytes     BLOB NOT NULL,
            expires   INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS media_by_expiry ON media (expires);

        CREATE TABLE IF NOT EXISTS uploads (
            session   TEXT PRIMARY KEY,
            handle    TEXT NOT NULL UNIQUE,
            mime_type TEXT NOT NULL,
            length    INTEGER NOT NULL,
            bytes     BLOB NOT NULL,
            expires   INTEGER NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS profile_pictures (
            number_id TEXT PRIMARY KEY,
            mime_type TEXT NOT NULL,
            sha256    TEXT NOT NULL,
            bytes     BLOB NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS schedule (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            due      INTEGER NOT NULL,
            kind     TEXT NOT NULL,
            subject  TEXT NOT NULL,
            argument TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS schedule_by_due ON schedule (due, id);

        CREATE TABLE IF NOT EXISTS subscriptions (
            waba         TEXT PRIMARY KEY,
            callback_url TEXT,
            verify_token TEXT,
            active       INTEGER NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS app (
            id       INTEGER PRIMARY KEY CHECK (id = 1),
            document TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS secrets (
            name  TEXT PRIMARY KEY,
            value TEXT NOT NULL) STRICT;

        CREATE TABLE IF NOT EXISTS callbacks (
            url          TEXT NOT NULL,
            verify_token TEXT NOT NULL,
            PRIMARY KEY (url, verify_token)) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS webhooks (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            waba     TEXT NOT NULL,
            field    TEXT,
            subject  TEXT,
            payload  TEXT NOT NULL,
            lane     INTEGER NOT NULL,
            due      INTEGER NOT NULL,
            batch    INTEGER,
            created  INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            outcome  TEXT,
            ended    INTEGER) STRICT;
        CREATE INDEX IF NOT EXISTS webhooks_pending ON webhooks (lane, due, id) WHERE ended IS NULL;
        CREATE INDEX IF NOT EXISTS webhooks_of_subject ON webhooks (subject) WHERE subject IS NOT NULL;
        """;
}
