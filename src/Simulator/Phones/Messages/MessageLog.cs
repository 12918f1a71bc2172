using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Phones.Messages;

/// <summary>Which sent messages to list.</summary>
/// <param name="After">The sequence to go on from.</param>
internal sealed record MessageFilter(
    string? NumberId = null,
    string? Contact = null,
    string? CallbackData = null,
    long After = 0,
    int Limit = 100
);

/// <summary>All messages in both directions, in the order in which they came.</summary>
internal sealed class MessageLog(Database database)
{
    public void Add(Message message) =>
        database.Step(db =>
            db.Execute(
                """
                INSERT INTO messages (id, number_id, contact, incoming, callback_data, open, document)
                VALUES (@Id, @NumberId, @Contact, @Incoming, @CallbackData, @IsOpen, @document)
                """,
                new
                {
                    message.Id,
                    message.NumberId,
                    message.Contact,
                    message.Incoming,
                    message.CallbackData,
                    message.IsOpen,
                    document = Stored.Write(message),
                }
            )
        );

    public void Save(Message message) =>
        database.Step(db =>
            db.Execute(
                "UPDATE messages SET open = @IsOpen, document = @document WHERE id = @Id",
                new
                {
                    message.Id,
                    message.IsOpen,
                    document = Stored.Write(message),
                }
            )
        );

    public Message? Find(string id) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM messages WHERE id = @id", new { id }) is { } document
                ? Stored.Read<Message>(document)
                : null
        );

    public IReadOnlyList<Message> With(string contact) =>
        database.Read(db =>
            db.Query<string>("SELECT document FROM messages WHERE contact = @contact ORDER BY sequence", new { contact })
                .Select(Stored.Read<Message>)
                .ToList()
        );

    /// <summary>Those of <see cref="With"/> that somebody has yet to read.</summary>
    public IReadOnlyList<Message> OpenWith(string contact) =>
        database.Read(db =>
            db.Query<string>("SELECT document FROM messages WHERE contact = @contact AND open = 1 ORDER BY sequence", new { contact })
                .Select(Stored.Read<Message>)
                .ToList()
        );

    /// <summary>What businesses have sent, oldest first, each with its sequence.</summary>
    public IReadOnlyList<(long Sequence, Message Message)> Sent(MessageFilter filter) =>
        database.Read(db =>
            db.Query<(long Sequence, string Document)>(
                    """
                    SELECT sequence, document FROM messages
                    WHERE incoming = 0 AND sequence > @After
                      AND (@NumberId IS NULL OR number_id = @NumberId)
                      AND (@Contact IS NULL OR contact = @Contact)
                      AND (@CallbackData IS NULL OR callback_data = @CallbackData)
                    ORDER BY sequence LIMIT @Limit
                    """,
                    filter
                )
                .Select(row => (row.Sequence, Stored.Read<Message>(row.Document)))
                .ToList()
        );

    public int Count(bool incoming) =>
        database.Read(db => db.ExecuteScalar<int>("SELECT count(*) FROM messages WHERE incoming = @incoming", new { incoming }));
}
