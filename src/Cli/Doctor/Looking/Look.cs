using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Connectors.WhatsApp.Templates;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Doctor.Looking;

/// <summary>Looks at everything that the checks want to know. Only reads; the handshake is Meta's own.</summary>
internal sealed class Look(DoctorSettings settings, TimeProvider time)
{
    private readonly List<GraphAnswer> _answers = [];

    public async Task<Sight> AroundAsync(ImmutableArray<Organization> organizations, CancellationToken cancellationToken)
    {
        var sight = new Sight { Settings = settings, Organizations = organizations };
        if (!settings.CanCall)
            return sight;

        await using var services = Compose();
        var client = services.GetRequiredService<AccountClient>();
        sight = await AtAppAsync(sight, client, cancellationToken);
        if (settings.HasToken)
        {
            var templates = services.GetRequiredService<TemplateClient>();
            sight = sight with { Accounts = await AtAccountsAsync(organizations, client, templates, cancellationToken) };
        }

        return sight with
        {
            Answers = [.. _answers],
            Callbacks = [.. await new CallbackProbe(settings.WhatsApp).HandshakeAsync(CallbacksIn(sight), cancellationToken)],
        };
    }

    /// <summary>The connector as the server composes it, but for the refusal of wrong settings: those are for the checks to tell.</summary>
    private ServiceProvider Compose() =>
        new ServiceCollection()
            .AddSingleton(settings.Configuration)
            .AddSingleton(time)
            .AddLogging()
            .AddWhatsApp()
            .RemoveAll<IValidateOptions<WhatsAppOptions>>()
            .BuildServiceProvider();

    private async Task<Sight> AtAppAsync(Sight sight, AccountClient client, CancellationToken cancellationToken)
    {
        if (settings.AppId is not { } id)
            return sight;

        List<GraphReading<App>> apps = [];
        AppCredentials? accepted = null;
        foreach (var secret in settings.WhatsApp.AppSecrets.Where(IsPrintable))
        {
            var credentials = new AppCredentials(id, secret);
            var app = Noted(await client.ReadAppAsync(credentials, cancellationToken));
            apps.Add(app);
            accepted ??= app.Value is null ? null : credentials;
        }

        sight = sight with { Apps = [.. apps] };
        return accepted is null
            ? sight
            : sight with
            {
                Subscriptions = Noted(await client.ListSubscriptionsAsync(accepted, cancellationToken)),
                Token = settings.HasToken ? Noted(await client.ReadTokenAsync(accepted, cancellationToken)) : null,
            };
    }

    private async Task<IReadOnlyDictionary<string, AccountSight>> AtAccountsAsync(
        ImmutableArray<Organization> organizations, AccountClient client, TemplateClient templates, CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<string, AccountSight>(StringComparer.Ordinal);
        foreach (var organization in organizations.Where(organization => organization is { WhatsAppEnabled: true, WhatsAppAccount: not null }))
        {
            var account = organization.WhatsAppAccount!;
            var profiles = new Dictionary<string, GraphReading<BusinessProfile>>(StringComparer.Ordinal);
            foreach (var number in organization.Lines.SelectMany(line => line.Numbers).Where(number => number.Channel == Channel.WhatsApp))
                profiles[number.Id] = Noted(await client.ReadProfileAsync(number.Id, cancellationToken));
            accounts[account] = new AccountSight
            {
                Account = Noted(await client.ReadAccountAsync(account, cancellationToken)),
                Numbers = Noted(await client.ListNumbersAsync(account, cancellationToken)),
                Apps = Noted(await client.ListSubscribedAppsAsync(account, cancellationToken)),
                Templates = await templates.ListAsync(account, cancellationToken),
                Profiles = profiles,
            };
        }

        return accounts;
    }

    /// <summary>Where Meta sends what concerns us: the app's address, and that of an account which has its own.</summary>
    private IEnumerable<Uri> CallbacksIn(Sight sight)
    {
        var ofApp = sight.Subscriptions?.Value?
            .Where(subscription => subscription.Subject == WebhookSubscription.WhatsApp).Select(subscription => subscription.CallbackUrl) ?? [];
        var ofAccounts = sight.Accounts.Values.SelectMany(account => account.Apps.Value ?? [])
            .Where(app => app.Id == settings.AppId).Select(app => app.OverridingCallback);
        return ofApp.Concat(ofAccounts)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var callback) && callback.Scheme is "http" or "https" ? callback : null)
            .OfType<Uri>()
            .Distinct();
    }

    private GraphReading<T> Noted<T>(GraphReading<T> reading)
        where T : class
    {
        var answered = reading.Value is not null || reading.Fault?.Error is not null;
        _answers.Add(new GraphAnswer(
            answered ? null : reading.Fault?.Words, reading.Fault?.Error, reading.Version, reading.ProviderTime - time.GetUtcNow()));
        return reading;
    }

    private static bool IsPrintable(string secret) => secret.Length > 0 && secret.All(c => c is >= '!' and <= '~');
}
