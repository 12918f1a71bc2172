using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Connectors.WhatsApp.Media;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Connectors.WhatsApp.Templates;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>Adds the WhatsApp Cloud API to a host.</summary>
public static class WhatsAppHosting
{
    /// <summary>
    /// <see cref="WhatsAppClient"/>, <see cref="TemplateClient"/>, <see cref="AccountClient"/>, <see cref="ProfilePictureClient"/> and
    /// <see cref="MediaClient"/>, configured by the section <c>WhatsApp</c>, which is validated when the host starts.
    /// </summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<WhatsAppOptions>()
            .BindConfiguration(WhatsAppOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient<GraphApi>()
            .ConfigurePrimaryHttpMessageHandler(() => GraphApi.CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Our own messages say what is worth saying, without addresses and headers.
            .RemoveAllLoggers();
        services.TryAddTransient<WhatsAppClient>();
        services.TryAddTransient<TemplateClient>();
        services.TryAddTransient<AccountClient>();
        services.TryAddTransient<ProfilePictureClient>();
        services.TryAddTransient<MediaClient>();
        return services;
    }
}
