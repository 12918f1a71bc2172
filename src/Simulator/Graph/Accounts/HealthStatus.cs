namespace MultiLine.Simulator.Graph.Accounts;

/// <summary>Whether messages can be sent, as Meta says it of all that takes part.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status"/></remarks>
internal sealed record HealthStatus(string CanSendMessage, IReadOnlyList<HealthEntity> Entities)
{
    private const string Good = "AVAILABLE";
    private const string Bad = "BLOCKED";

    public static HealthStatus Of(bool available, params IReadOnlyList<(string Type, string Id)> entities)
    {
        var word = available ? Good : Bad;
        return new HealthStatus(word, [.. entities.Select(entity => new HealthEntity(entity.Type, entity.Id, word))]);
    }
}

internal sealed record HealthEntity(string EntityType, string Id, string CanSendMessage);
