-- The channels that a thread has had a message or a call on, by their names with spaces between. Until here the log alone knew them.
ALTER TABLE thread ADD COLUMN channels TEXT NOT NULL DEFAULT '';
UPDATE thread SET channels = coalesce(
    (SELECT group_concat(channel, ' ') FROM (
        SELECT DISTINCT json_extract(CAST(log.body AS TEXT), '$.channel') AS channel FROM log
        WHERE log.conversation = thread.line || '/' || thread.contact
            AND log.type IN ('message_received', 'message_echoed', 'message_accepted', 'call_recorded'))),
    '');
