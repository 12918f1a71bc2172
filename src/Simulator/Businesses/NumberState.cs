using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Businesses;

internal enum Registration
{
    Registered,

    /// <summary>Sends are refused with 133010.</summary>
    Unregistered,

    /// <summary>Something went wrong when it was registered: sends are refused with 131045 until it is registered again.</summary>
    Failed,
}

/// <summary>What changes about a business number.</summary>
internal sealed record NumberState
{
    public Registration Registration { get; init; }

    /// <summary>Of two-step verification; null as long as none was set.</summary>
    public string? Pin { get; init; }

    /// <summary>When it was registered or deregistered lately; Meta allows ten of these in 72 hours.</summary>
    public IReadOnlyList<DateTimeOffset> Registrations { get; init; } = [];

    /// <summary>Whether the business has proved that the number is its own.</summary>
    public bool CodeVerified { get; init; } = true;

    /// <summary>The code that was asked for and is on its way.</summary>
    public string? Code { get; init; }

    /// <summary>GREEN, YELLOW, RED or UNKNOWN.</summary>
    public string Quality { get; init; } = "GREEN";

    /// <summary>Such as TIER_250.</summary>
    public string MessagingLimit { get; init; } = "TIER_250";

    public string NameStatus { get; init; } = "APPROVED";

    /// <summary>Instead of the configured name.</summary>
    public string? VerifiedName { get; init; }

    /// <summary>Messages per second instead of the configured ones.</summary>
    public int? MessagesPerSecond { get; init; }

    /// <summary>What was set with <c>POST /{phone-number-id}/settings</c>.</summary>
    public JsonObject Settings { get; init; } = [];

    internal bool TellsOfIdentity => Settings["user_identity_change"]?["enabled"]?.GetValueKind() == JsonValueKind.True;

    public string NameOf(BusinessNumber number) => VerifiedName ?? number.VerifiedName;

    public int ThroughputOf(BusinessNumber number) => MessagesPerSecond ?? number.MessagesPerSecond;
}

internal sealed class NumberStates(Database database)
{
    public NumberState Of(string numberId) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM numbers WHERE id = @numberId", new { numberId }) is { } document
                ? Stored.Read<NumberState>(document)
                : new NumberState()
        );

    public NumberState Change(string numberId, Func<NumberState, NumberState> change) =>
        database.Step(db =>
        {
            var changed = change(Of(numberId));
            db.Execute(
                "REPLACE INTO numbers (id, document) VALUES (@numberId, @document)",
                new { numberId, document = Stored.Write(changed) }
            );
            return changed;
        });
}
