using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Control;
using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Graph;
using MultiLine.Simulator.Pages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.Sms;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Sending;

namespace MultiLine.Simulator;

/// <summary>
/// A stand-in for Meta's Graph API and for the contacts' phones: what a business sends arrives on simulated phones, what is done
/// with the phones arrives at the business as signed webhooks. See docs/simulator.md.
/// </summary>
public static class SimulatorHost
{
    public static Task Main(string[] args) => Create(args).RunAsync();

    /// <summary>Composes the simulator without starting it, so that tests can host it in their own process.</summary>
    /// <param name="args">The command line: <c>--urls</c> and <c>--Simulator:Key=value</c>.</param>
    /// <param name="configure">Applied last; replaces the clock or adds settings.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Settings are read at the start only: nothing below the working directory, where the data may be, is watched for changes of them.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        builder.Services.AddSimulatorOptions().AddState().AddFaults().AddBusinesses().AddPhones().AddWebhooks().AddGraph().AddSms().AddControl();
        // Its lines about requests hold phone numbers.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages(BadRequests.AnswerBareAsync);
        app.MapGraph();
        app.MapSms();
        app.MapControl();
        app.MapPhonePages();
        return app;
    }
}
