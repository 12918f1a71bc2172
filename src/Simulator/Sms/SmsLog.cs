using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Sms;

/// <summary>All SMS in both directions, in the order in which they came.</summary>
internal sealed class SmsLog(Database database)
{
    public void Add(SmsMessage message) =>
        database.Step(db =>
            db.Execute(
                "INSERT INTO sms (sid, contact, incoming, document) VALUES (@Sid, @Contact, @Incoming, @document)",
                new
                {
                    message.Sid,
                    message.Contact,
                    message.Incoming,
                    document = Stored.Write(message),
                }
            )
        );

    public void Save(SmsMessage message) =>
        database.Step(db => db.Execute("UPDATE sms SET document = @document WHERE sid = @Sid", new { message.Sid, document = Stored.Write(message) }));

    public SmsMessage? Find(string sid) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM sms WHERE sid = @sid", new { sid }) is { } document
                ? Stored.Read<SmsMessage>(document)
                : null
        );

    public IReadOnlyList<SmsMessage> With(string contact) =>
        database.Read(db =>
            db.Query<string>("SELECT document FROM sms WHERE contact = @contact ORDER BY sequence", new { contact })
                .Select(Stored.Read<SmsMessage>)
                .ToList()
        );

    /// <summary>What businesses have sent, oldest first.</summary>
    public IReadOnlyList<SmsMessage> Sent(int limit) =>
        database.Read(db =>
            db.Query<string>("SELECT document FROM sms WHERE incoming = 0 ORDER BY sequence LIMIT @limit", new { limit })
                .Select(Stored.Read<SmsMessage>)
                .ToList()
        );
}
