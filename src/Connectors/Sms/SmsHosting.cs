using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MultiLine.Connectors.Sms.Sending;

namespace MultiLine.Connectors.Sms;

/// <summary>Adds the SMS provider to a host.</summary>
public static class SmsHosting
{
    /// <summary><see cref="SmsClient"/>, configured by the section <c>Sms</c>, which is validated when the host starts and may be missing.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SmsOptions>()
            .BindConfiguration(SmsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient<SmsClient>()
            .ConfigurePrimaryHttpMessageHandler(() => SmsClient.CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Our own messages say what is worth saying, without addresses and headers.
            .RemoveAllLoggers();
        return services;
    }
}
