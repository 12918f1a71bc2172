-- The Merkle tree of each shard, as far as it is needed to go on. size falls behind the ledger only where the ledger is older than its tree.
CREATE TABLE ledger_tree (
    shard TEXT    NOT NULL PRIMARY KEY,
    size  INTEGER NOT NULL,
    tree  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- The roots of its perfect trees of 2^8, 2^16, ... leaves, so that a proof needs few hashes. place counts those of one height from 0.
CREATE TABLE ledger_node (
    shard  TEXT    NOT NULL,
    height INTEGER NOT NULL,
    place  INTEGER NOT NULL,
    hash   BLOB    NOT NULL,
    PRIMARY KEY (shard, height, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_nodes_stay BEFORE DELETE ON ledger_node BEGIN SELECT RAISE (ABORT, 'The ledger is append-only.'); END;
CREATE TRIGGER ledger_nodes_stay_as_they_are BEFORE UPDATE ON ledger_node BEGIN SELECT RAISE (ABORT, 'The ledger is append-only.'); END;

-- The signed tree heads of each organisation, to the byte.
CREATE TABLE tree_head (
    organization TEXT    NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    text         BLOB    NOT NULL,
    PRIMARY KEY (organization, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tree_heads_stay BEFORE DELETE ON tree_head BEGIN SELECT RAISE (ABORT, 'Tree heads are append-only.'); END;
CREATE TRIGGER tree_heads_stay_as_they_are BEFORE UPDATE ON tree_head BEGIN SELECT RAISE (ABORT, 'Tree heads are append-only.'); END;

-- The public half of every key that has signed a head, as PEM.
CREATE TABLE ledger_key (
    place   INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    pem     TEXT    NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ledger_keys_stay BEFORE DELETE ON ledger_key BEGIN SELECT RAISE (ABORT, 'Keys of the ledger are append-only.'); END;
CREATE TRIGGER ledger_keys_stay_as_they_are BEFORE UPDATE ON ledger_key BEGIN SELECT RAISE (ABORT, 'Keys of the ledger are append-only.'); END;

-- What each destination outside answered to each attempt to leave a tree head there.
CREATE TABLE anchor (
    id           INTEGER PRIMARY KEY,
    organization TEXT    NOT NULL,
    destination  TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    taken        INTEGER NOT NULL,
    answer       TEXT    NOT NULL
) STRICT;
CREATE INDEX anchor_by_organization ON anchor (organization, id);
CREATE INDEX anchor_by_destination ON anchor (organization, destination, id);
CREATE TRIGGER anchors_stay BEFORE DELETE ON anchor BEGIN SELECT RAISE (ABORT, 'Anchors are append-only.'); END;
CREATE TRIGGER anchors_stay_as_they_are BEFORE UPDATE ON anchor BEGIN SELECT RAISE (ABORT, 'Anchors are append-only.'); END;

-- What each comparison of the logs with the ledger found, as JSON.
CREATE TABLE reconciliation (
    organization TEXT    NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    body         BLOB    NOT NULL,
    PRIMARY KEY (organization, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reconciliations_stay BEFORE DELETE ON reconciliation BEGIN SELECT RAISE (ABORT, 'Reconciliations are append-only.'); END;
CREATE TRIGGER reconciliations_stay_as_they_are BEFORE UPDATE ON reconciliation
    BEGIN SELECT RAISE (ABORT, 'Reconciliations are append-only.'); END;
