-- Up to which entry of a shard a follower of the ledger has come. Written in the same step as what it makes of the entries.
CREATE TABLE ledger_place (
    follower TEXT    NOT NULL,
    shard    TEXT    NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    PRIMARY KEY (follower, shard)
) STRICT, WITHOUT ROWID;

-- The key under which an organisation's tokens are hashed, sealed.
CREATE TABLE search_key (
    organization TEXT PRIMARY KEY,
    sealed       BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Which tokens a message has. rowid is the log's sequence; tokens are hashes under the organisation's search key, never words. It keeps
-- no positions and no copy of what was indexed; what is deleted leaves its pages at once, not with a later merge.
CREATE VIRTUAL TABLE search USING fts5 (tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
