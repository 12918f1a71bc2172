using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>A WhatsApp business account (WABA). What Meta doesn't tell is null.</summary>
public sealed record BusinessAccount
{
    internal const string Fields = "id,name,account_review_status,business_verification_status,health_status";

    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>APPROVED</c>, <c>PENDING</c>, <c>REJECTED</c>, <c>LIMIT_REACHED</c>.</summary>
    public string? ReviewStatus { get; init; }

    /// <summary>Of the portfolio that owns it: <c>verified</c> or something else, in lower or upper case.</summary>
    public string? BusinessVerification { get; init; }

    public IReadOnlyList<Health> Health { get; init; } = [];

    internal static BusinessAccount? Read(JsonElement account) => account.Id("id") is { } id
        ? new BusinessAccount
        {
            Id = id,
            Name = account.Text("name"),
            ReviewStatus = account.Text("account_review_status"),
            BusinessVerification = account.Text("business_verification_status"),
            Health = Accounts.Health.Read(account),
        }
        : null;
}

/// <summary>
/// Whether messages can go out, as far as one thing has a part in it.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
/// </summary>
/// <param name="Entity">For example <c>WABA</c>, <c>BUSINESS</c>, <c>APP</c>, <c>PHONE_NUMBER</c>.</param>
/// <param name="CanSend"><see cref="Available"/>, <c>LIMITED</c> or <c>BLOCKED</c>.</param>
/// <param name="Reasons">Why not, and what helps, in Meta's words.</param>
public sealed record Health(string Entity, string CanSend, IReadOnlyList<string> Reasons)
{
    public const string Available = "AVAILABLE";

    internal static IReadOnlyList<Health> Read(JsonElement node) =>
    [
        .. node.Member("health_status").ListOf("entities")
            .Where(entity => entity.Text("entity_type") is not null && entity.Text("can_send_message") is not null)
            .Select(entity => new Health(
                entity.Text("entity_type")!,
                entity.Text("can_send_message")!,
                [.. entity.ListOf("errors").Select(ReadError), .. entity.ListOf("additional_info").Select(info => info.ToString())])),
    ];

    private static string ReadError(JsonElement error) =>
        string.Join(" ", new[] { error.Text("error_description"), error.Text("possible_solution") }.OfType<string>());
}
