using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Silo;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Log;
using MultiLine.Storage.Organizations;
using Orleans.Timers;

namespace MultiLine.Grains.Tests.Running;

/// <summary>
/// The product as it is hosted, with real storage in a temporary directory, against the simulator: start, stop, kill, clock. The part
/// that knows the actor host is in the file named after it.
/// </summary>
public sealed partial class Product : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-").FullName;
    private readonly ProductSettings _settings;
    private int _requests;
    private IHost? _host;
    private TimerTicks _timerTicks = new();
    private WebhookEndpoint _endpoint = null!;

    private Product(ProductSettings settings) => _settings = settings;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    public WatchedAppends Appends { get; } = new();

    public WatchedAliases Aliases { get; } = new();

    public SimulatedWhatsApp WhatsApp { get; private set; } = null!;

    /// <summary>Where the SMS provider calls it.</summary>
    public string PublicUrl => _endpoint.Url;

    /// <summary>Grains as seen from outside.</summary>
    public IGrainFactory Grains => Service<IGrainFactory>();

    public static async Task<Product> StartAsync(ProductSettings? settings = null)
    {
        var product = new Product(settings ?? new ProductSettings());
        product._endpoint = await WebhookEndpoint.StartAsync(() => product._host?.Services.GetRequiredService<IGrainFactory>());
        product.WhatsApp = await SimulatedWhatsApp.StartAsync(product.Clock.Right, product._settings.Simulator);
        try
        {
            await product.WhatsApp.CallBack(product._endpoint.Url);
            await product.WhatsApp.CallBackBySms($"{product._endpoint.Url}/webhooks/sms");
            await product.StartHostAsync();
            if (product._settings.AwaitsWaking)
            {
                await product.Service<IEnumerable<IHostedService>>().OfType<WakeAtStart>().Single().ExecuteTask!;
            }

            await product.AwaitOptInTemplates();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    public T Service<T>() where T : notnull =>
        (_host ?? throw new InvalidOperationException("The product is down.")).Services.GetRequiredService<T>();

    /// <summary>Stops it orderly.</summary>
    public async Task StopAsync()
    {
        var host = Down();
        await host.StopAsync();
        await DisposeHostAsync(host);
    }

    /// <summary>Drops it as if the process had died.</summary>
    public async Task KillAsync()
    {
        var host = Down();
        await DropAsync(host);
        await DisposeHostAsync(host);
    }

    /// <summary>Starts on what is stored.</summary>
    public async Task StartHostAsync()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataDirectory"] = _directory,
            ["WhatsApp:BaseAddress"] = WhatsApp.Address.ToString(),
            ["WhatsApp:AccessToken"] = SimulatedWhatsApp.Token,
            ["WhatsApp:AppSecrets:0"] = SimulatedWhatsApp.Secret,
            ["WhatsApp:VerifyToken"] = SimulatedWhatsApp.VerifyToken,
            ["Sms:BaseAddress"] = WhatsApp.Address.ToString(),
            ["Sms:AccountSid"] = SimulatedWhatsApp.SmsAccount,
            ["Sms:AuthTokens:0"] = SimulatedWhatsApp.SmsToken,
            ["Sms:PublicUrl"] = _endpoint.Url,
            ["Sending:SmsPerSecond"] = "100",
        });
        builder.Configuration.AddInMemoryCollection(_settings.Product);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        ConfigureHost(builder);
        builder.Services.AddSingleton<ReminderTicks>();
        builder.Services.AddSingleton<IIncomingGrainCallFilter>(services => services.GetRequiredService<ReminderTicks>());
        builder.AddMultiLineSilo();
        Watch(builder.Services);
        _settings.Replace(builder.Services);

        var host = builder.Build();
        try
        {
            foreach (var organization in _settings.Organizations)
            {
                await host.Services.GetRequiredService<IOrganizationStore>().SaveAsync(organization, expectedVersion: 0);
            }

            await host.StartAsync();
            _host = host;
        }
        catch
        {
            await DisposeHostAsync(host);
            throw;
        }
    }

    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartHostAsync();
    }

    /// <summary>Starts again without any of the reminders that were set.</summary>
    public async Task LoseReminders()
    {
        var table = Service<IReminderTable>();
        foreach (var reminder in (await table.ReadRows(0, 0)).Reminders)
        {
            await table.RemoveRow(reminder.GrainId, reminder.ReminderName, reminder.ETag!);
        }

        await KillAndStartAsync();
    }

    /// <summary>Changes what is stored, past everything that guards it.</summary>
    /// <param name="sql">What to do; <c>?1</c> is the conversation, if one is given.</param>
    /// <param name="conversation">Whose rows are meant.</param>
    public async Task Alter(string sql, ConversationKey? conversation = null)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "multiline.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests write it.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (conversation is not null)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "?1", Value = conversation.ToString() });
        }

        Assert.InRange(await command.ExecuteNonQueryAsync(), 1, int.MaxValue);
    }

    /// <summary>Deletes the contents of a conversation, as disposal does.</summary>
    public Task DisposeOfContents(ConversationKey conversation) => Alter(
        "DELETE FROM content WHERE sequence IN (SELECT sequence FROM log WHERE conversation = ?1)", conversation);

    /// <summary>Whether any file of the product holds these bytes.</summary>
    public bool Stores(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var held = new byte[stream.Length];
            if (held.AsSpan(0, stream.ReadAtLeast(held, held.Length, throwOnEndOfStream: false)).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The files in a folder of the data directory.</summary>
    public IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(_directory, folder));

    /// <summary>A contact with a phone, known to the organisation by its number.</summary>
    public async Task<Talk> Talk(string phone = "+4915123456789", string name = "Ada Lovelace", string organization = Firms.Northwind)
    {
        var contact = await Grains.GetGrain<IContactBookGrain>(organization).Resolve(new LearnedContact(phone, null, name));
        return new Talk(this, new ConversationKey(organization, Firms.Line, contact.Contact.Id), await WhatsApp.Phone(phone));
    }

    /// <summary>A talk that the contact opened by writing: there is consent and an open session.</summary>
    public async Task<Talk> OpenTalk(string phone = "+4915123456789", string name = "Ada Lovelace", string organization = Firms.Northwind)
    {
        var talk = await Talk(phone, name, organization);
        await talk.Hears("Good morning");
        return talk;
    }

    public ITemplateCatalogGrain Catalog(string organization = Firms.Northwind) => Grains.GetGrain<ITemplateCatalogGrain>(organization);

    public IInboxGrain Inbox(string organization = Firms.Northwind) => Grains.GetGrain<IInboxGrain>(GrainKeys.Line(organization, Firms.Line));

    public IRawInboxGrain RawInbox => Grains.GetGrain<IRawInboxGrain>(GrainKeys.SystemOrganization);

    public async Task<IReadOnlyList<ThreadSummary>> Threads(string organization = Firms.Northwind) =>
        (await Inbox(organization).GetThreads(new ThreadPageRequest(null, 100, UnreadOnly: false)))!.Threads;

    public async Task<IReadOnlyList<ContactCard>> Contacts(string organization = Firms.Northwind) =>
        (await Grains.GetGrain<IContactBookGrain>(organization).List(null, null, 100))!.Contacts;

    public IArchiveGrain Archive(string organization = Firms.Northwind) => Grains.GetGrain<IArchiveGrain>(GrainKeys.ArchiveShard(organization, 0));

    public ISenderGrain Sender(string organization = Firms.Northwind, string number = Firms.NorthwindNumber) =>
        Grains.GetGrain<ISenderGrain>(GrainKeys.Sender(organization, Channel.WhatsApp, number));

    /// <summary>A template with this body, submitted and approved.</summary>
    public async Task<TemplateCard> ApprovedTemplate(string name, string body)
    {
        var submitted = await Catalog().Submit(new TemplateDraft
        {
            Name = name,
            Language = "en_US",
            Category = "UTILITY",
            Body = body,
            Examples = ["Ada"],
        });
        Assert.Null(submitted.Refusal);
        await Until(async () => (await Catalog().Find(name, "en_US"))?.Status == "approved", $"approval of {name}");
        return submitted.Template!;
    }

    /// <summary>An idempotency key that no request has had.</summary>
    public string NewRequestKey() => $"request-{Interlocked.Increment(ref _requests)}";

    /// <summary>Posts a webhook past the simulator, signed as WhatsApp would.</summary>
    public Task<WebhookReceipt> Take(byte[] body) =>
        Grains.GetGrain<IWebhookGrain>("whatsapp").Take(new WebhookDelivery(body, WebhookSignature.Sign(body, SimulatedWhatsApp.Secret)));

    public Task OptInIs(string status, string organization = Firms.Northwind) =>
        Until(async () => (await Catalog(organization).FindOptIn())?.Status == status, () => $"opt-in request that is {status}");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await KillAsync();
        }

        await WhatsApp.DisposeAsync();
        await _endpoint.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    partial void ConfigureHost(HostApplicationBuilder builder);

    private async Task AwaitOptInTemplates()
    {
        foreach (var organization in _settings.AwaitsOptInTemplate ? _settings.Organizations : [])
        {
            await OptInIs("approved", organization.Id);
        }
    }

    private void Watch(IServiceCollection services)
    {
        Watch<IConversationLog>(services, Appends.Watch);
        Watch<IAliasStore>(services, Aliases.Watch);
        _timerTicks = new TimerTicks();
        Watch<ITimerRegistry>(services, _timerTicks.Watch);
    }

    private static void Watch<T>(IServiceCollection services, Func<T, T> watch) where T : class
    {
        var port = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(port);
        services.AddSingleton(provider => watch((T)ActivatorUtilities.CreateInstance(provider, port.ImplementationType!)));
    }

    private IHost Down()
    {
        var host = _host ?? throw new InvalidOperationException("The product is down already.");
        _host = null;
        return host;
    }

    private static ValueTask DisposeHostAsync(IHost host) => ((IAsyncDisposable)host).DisposeAsync();
}
