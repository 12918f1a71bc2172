using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Phones.Messages;

/// <summary>
/// The customer service windows: free text to a contact is allowed for 24 hours after each message of the contact to that number.
/// </summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
internal sealed class CustomerWindows(Database database, SimulatorOptions options, TimeProvider time)
{
    /// <summary>A message that is older than the last one known, such as seeded history, never shortens a window.</summary>
    public void Extend(string numberId, string contact, DateTimeOffset inboundAt) =>
        database.Step(db =>
            db.Execute(
                """
                INSERT INTO windows (number_id, contact, last_inbound) VALUES (@numberId, @contact, @at)
                ON CONFLICT DO UPDATE SET last_inbound = max(last_inbound, excluded.last_inbound)
                """,
                new
                {
                    numberId,
                    contact,
                    at = inboundAt.Milliseconds(),
                }
            )
        );

    public bool IsOpen(string numberId, string contact) =>
        database.Read(db =>
            db.ExecuteScalar<long?>(
                "SELECT last_inbound FROM windows WHERE number_id = @numberId AND contact = @contact",
                new { numberId, contact }
            )
        )
            is { } lastInbound
        && time.GetUtcNow() < Stored.Time(lastInbound) + options.WindowLength;
}
