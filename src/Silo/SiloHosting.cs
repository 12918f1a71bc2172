using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Anchors;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Grains;
using MultiLine.Grains.Archive.Search;
using MultiLine.Grains.Conversations;
using MultiLine.Grains.Inbox;
using MultiLine.Grains.Media;
using MultiLine.Grains.Operations;
using MultiLine.Grains.Policies;
using MultiLine.Grains.Retention;
using MultiLine.Grains.Sending;
using MultiLine.Grains.Sending.Providers;
using MultiLine.Grains.Telemetry;
using MultiLine.Grains.Webhooks;
using MultiLine.Grains.Webhooks.Sms;
using MultiLine.Hosting.Start;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Hosting;
using Orleans.Storage;

namespace MultiLine.Silo;

/// <summary>Composes a silo out of grains, storage and connectors.</summary>
public static partial class SiloHosting
{
    /// <summary>Hosts the grains in this process. Afterwards <see cref="IGrainFactory"/> is a service.</summary>
    public static IHostApplicationBuilder AddMultiLineSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        // An attempt that is given up while its call is under way could be repeated by a person and arrive twice.
        services.AddValidated<ConversationOptions>(ConversationOptions.Section).Validate<IConfiguration>(
            static (conversation, configuration) => conversation.OutcomeTimeout > CallTimeout(configuration),
            "Conversation:OutcomeTimeout must be longer than WhatsApp:Timeout: an attempt stays open for as long as its call may take.")
            .Validate<IConfiguration>(
                static (conversation, configuration) =>
                    configuration.GetSection(SmsOptions.Section).Get<SmsOptions>() is not { Enabled: true } sms || conversation.OutcomeTimeout > sms.Timeout,
                "Conversation:OutcomeTimeout must be longer than Sms:Timeout: an attempt stays open for as long as its call may take.");
        services.AddValidated<SendingLimits>(SendingLimits.Section);
        services.AddValidated<ArchiveShards>(ArchiveShards.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ArchiveShards>>().Value);

        services.AddValidated<RetentionOptions>(RetentionOptions.Section);

        services.AddSqliteStorage();
        services.AddHostedService<FixChoicesAtStart>();
        services.AddSingleton<IStartCheck, StorageStartCheck>();
        services.AddKeyedSingleton(StateStores.Grains, (provider, _) => provider.GetRequiredService<IGrainStorage>());
        services.AddSingleton<ConversationJournal>();
        services.AddSingleton<AuditJournal>();
        services.AddSingleton<ArchivedMessages>();
        services.AddSingleton<CompiledPolicies>();
        services.AddSingleton<FollowerNotices>();
        services.AddSingleton<ShownMessages>();
        services.AddWhatsApp();
        services.AddSingleton<WhatsAppAttribution>();
        services.AddSingleton<WhatsAppIntake>();
        services.AddSms();
        services.AddAnchors();
        services.AddMetrics();
        services.AddSingleton<Figures>();
        services.AddSingleton<Measures>();
        services.AddTransient<IChannelSender, WhatsAppSender>();
        services.AddTransient<IChannelSender, SmsSender>();
        services.AddSingleton<SmsIntake>();
        services.AddSingleton<MediaRoom>();

        AddActorHost(builder);
        services.AddHostedService<WakeAtStart>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ReportFigures>(provider, AddressOf(provider)));
        return builder;
    }

    /// <summary>What differs between the actor hosts, with <see cref="AddressOf"/>.</summary>
    static partial void AddActorHost(IHostApplicationBuilder builder);

    /// <summary>What this silo is called among the others.</summary>
    private static partial string AddressOf(IServiceProvider services);

    /// <summary>As configured, right or not: whether it is right is for its own options to say.</summary>
    private static TimeSpan CallTimeout(IConfiguration configuration) =>
        (configuration.GetSection(WhatsAppOptions.Section).Get<WhatsAppOptions>() ?? new WhatsAppOptions()).Timeout;

    private static OptionsBuilder<T> AddValidated<T>(this IServiceCollection services, string section) where T : class =>
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
