-- The messages that a compliance officer is to look at: where something was found, or that were sampled. sequence: of the event in the log. state
-- follows the newest decision.
CREATE TABLE review (
    sequence     INTEGER PRIMARY KEY REFERENCES log (sequence),
    organization TEXT NOT NULL,
    line         TEXT NOT NULL,
    author       TEXT,
    cause        TEXT NOT NULL CHECK (cause IN ('sample', 'flag', 'redact', 'block')),
    state        TEXT NOT NULL CHECK (state IN ('open', 'escalated', 'closed'))
) STRICT;
CREATE INDEX review_by_state ON review (organization, state, sequence);

-- What officers decided, as the acts say. act: its version in the organisation's audit log. A shard that is followed sooner than another may
-- bring a decision before the message that it is about.
CREATE TABLE review_decision (
    sequence   INTEGER NOT NULL REFERENCES log (sequence),
    act        INTEGER NOT NULL,
    outcome    TEXT    NOT NULL CHECK (outcome IN ('no_issue', 'escalated', 'violation')),
    person     TEXT    NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (sequence, act)
) STRICT, WITHOUT ROWID;

-- Whom a rule names is told of each message in which it found something. organization: the rule's, and the person's; the message may be of one below it.
CREATE TABLE notice (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    organization TEXT    NOT NULL,
    person       TEXT    NOT NULL,
    rule         TEXT    NOT NULL,
    sequence     INTEGER NOT NULL REFERENCES log (sequence),
    UNIQUE (organization, person, sequence, rule)
) STRICT;
CREATE INDEX notice_of_person ON notice (organization, person, id);

-- Up to which notice a person has seen them.
CREATE TABLE notice_seen (
    organization TEXT    NOT NULL,
    person       TEXT    NOT NULL,
    through      INTEGER NOT NULL,
    PRIMARY KEY (organization, person)
) STRICT, WITHOUT ROWID;
