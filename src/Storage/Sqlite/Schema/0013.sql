-- The newest folded state of each long conversation, as JSON. Derived from the log: one that is missing or can't be read costs the reading of the log.
CREATE TABLE snapshot (
    conversation TEXT    NOT NULL PRIMARY KEY,
    version      INTEGER NOT NULL,
    schema       INTEGER NOT NULL,
    body         BLOB    NOT NULL,
    FOREIGN KEY (conversation, version) REFERENCES log (conversation, version)
) STRICT, WITHOUT ROWID;
