using System.Collections.Immutable;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Connectors.WhatsApp.Templates;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Doctor.Looking;

/// <summary>All that was looked at. What to make of it is for the checks. What could not be asked for is null.</summary>
internal sealed record Sight
{
    public required DoctorSettings Settings { get; init; }

    public ImmutableArray<Organization> Organizations { get; init; } = [];

    /// <summary>How the Graph API answered each call.</summary>
    public ImmutableArray<GraphAnswer> Answers { get; init; } = [];

    /// <summary>The app as it shows itself under each of the secrets.</summary>
    public ImmutableArray<GraphReading<App>> Apps { get; init; } = [];

    public GraphReading<AccessToken>? Token { get; init; }

    public GraphReading<IReadOnlyList<WebhookSubscription>>? Subscriptions { get; init; }

    /// <summary>By the id of the WhatsApp business account.</summary>
    public IReadOnlyDictionary<string, AccountSight> Accounts { get; init; } = new Dictionary<string, AccountSight>();

    public ImmutableArray<CallbackAnswer> Callbacks { get; init; } = [];
}

internal sealed record AccountSight
{
    public required GraphReading<BusinessAccount> Account { get; init; }

    public required GraphReading<IReadOnlyList<BusinessNumber>> Numbers { get; init; }

    public required GraphReading<IReadOnlyList<SubscribedApp>> Apps { get; init; }

    public required TemplateResult<IReadOnlyList<MessageTemplate>> Templates { get; init; }

    /// <summary>By the id of the phone number, of those that the lines have.</summary>
    public required IReadOnlyDictionary<string, GraphReading<BusinessProfile>> Profiles { get; init; }
}

/// <param name="Fault">What kept the answer away; null if the Graph API answered, be it with a refusal.</param>
/// <param name="Error">A refusal.</param>
/// <param name="Version">As which version it answered, if it told.</param>
/// <param name="ClockOffset">How far the provider's clock is ahead of ours, if it told its time.</param>
internal sealed record GraphAnswer(string? Fault, GraphError? Error, string? Version, TimeSpan? ClockOffset);

/// <param name="Callback">An address that Meta sends webhooks to.</param>
/// <param name="Fault">What came of the handshake; null if it was answered.</param>
internal sealed record CallbackAnswer(Uri Callback, string? Fault);
