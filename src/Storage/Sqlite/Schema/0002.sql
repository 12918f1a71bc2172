-- Settings on which what is stored depends, as the first start chose them.
CREATE TABLE choice (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
