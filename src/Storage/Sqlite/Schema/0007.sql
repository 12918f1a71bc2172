-- What a message said before policy changed it, sealed. Apart from the content that people are shown, and disposed of with it.
CREATE TABLE original (
    sequence INTEGER PRIMARY KEY REFERENCES log (sequence),
    sealed   BLOB NOT NULL
) STRICT;

-- Every policy that an organisation has ever had, as JSON; which of them is in force, the organisation says.
CREATE TABLE policy (
    organization TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    body         BLOB    NOT NULL,
    person       TEXT    NOT NULL,
    saved_at     INTEGER NOT NULL,
    PRIMARY KEY (organization, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER policies_stay BEFORE DELETE ON policy BEGIN SELECT RAISE (ABORT, 'Policies are kept.'); END;
CREATE TRIGGER policies_stay_as_they_are BEFORE UPDATE ON policy BEGIN SELECT RAISE (ABORT, 'Policies are kept.'); END;
