using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Simulator.Control.Businesses;
using MultiLine.Simulator.Control.Phones;

namespace MultiLine.Simulator.Control;

/// <summary>Where people and tests hold the phones and steer the simulator. Described in docs/simulator.md.</summary>
internal static class ControlApi
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/control");
        control.MapGet("/health", HealthControl.Get);
        control.MapGet("/changes", ChangesControl.GetAsync);
        control.MapGroup("/numbers").MapNumbers();
        control.MapGroup("/accounts").MapAccounts();
        control.MapGroup("/phones").MapPhones();
        control.MapGroup("/messages").MapMessages();
        control.MapGroup("/templates").MapTemplates();
        control.MapGroup("/webhooks").MapWebhooks();
        control.MapGroup("/faults").MapFaults();
        control.MapGroup("/app").MapApp();
        control.MapGroup("/sms").MapSmsControl();
        control.MapGroup("/media").MapMedia();
    }

    public static IServiceCollection AddControl(this IServiceCollection services) =>
        services
            .AddProblemDetails()
            .AddExceptionHandler<BadRequests>()
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .ConfigureHttpJsonOptions(options =>
            {
                var json = options.SerializerOptions;
                json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
                json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
                json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            });

    public static IResult NotFound(string what) => Results.Problem($"There is no {what}.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Invalid(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);

    public static IResult Conflict(string why) => Results.Problem(why, statusCode: StatusCodes.Status409Conflict);
}
