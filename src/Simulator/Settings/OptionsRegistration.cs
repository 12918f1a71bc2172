using Microsoft.Extensions.Options;

namespace MultiLine.Simulator.Settings;

[OptionsValidator]
internal sealed partial class SimulatorOptionsValidator : IValidateOptions<SimulatorOptions>;

internal static class OptionsRegistration
{
    private static readonly BusinessNumber Berlin = new()
    {
        Id = "106540352242922",
        DisplayNumber = "+49 30 5550100",
        WabaId = "102290129340398",
    };

    public static IServiceCollection AddSimulatorOptions(this IServiceCollection services)
    {
        services
            .AddOptions<SimulatorOptions>()
            .BindConfiguration(SimulatorOptions.Section)
            .PostConfigure(options =>
            {
                if (options.Numbers.Count == 0)
                    options.Numbers.Add(Berlin);
                if (options.Sms.Numbers.Count == 0)
                    options.Sms.Numbers.Add("+493055501000");
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SimulatorOptions>>().Value)
            .AddSingleton(TimeProvider.System);
    }
}
