using MultiLine.Simulator.Graph.Apps;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/app</c>: the app's token, and the fields that its webhook is told.</summary>
internal static class AppControl
{
    public static void MapApp(this RouteGroupBuilder control)
    {
        control.MapGet("/", (AppStore apps) => View(apps.State));
        control.MapPut("/token", (TokenState token, AppStore apps) => Change(apps, state => state with { Token = token }));
        control.MapPut("/fields", SetFields);
    }

    private static IResult SetFields(FieldsChange change, AppStore apps) =>
        change.Fields.FirstOrDefault(field => !SubscribableFields.All.Contains(field)) is { } unknown
            ? ControlApi.Invalid($"There is no field '{unknown}'.")
            : Change(apps, state => state with { Fields = change.Fields });

    private static IResult Change(AppStore apps, Func<AppState, AppState> change)
    {
        apps.Change(change);
        return View(apps.State);
    }

    private static IResult View(AppState state) => Results.Ok(state with { Fields = state.Fields ?? SubscribableFields.All });
}

internal sealed record FieldsChange(IReadOnlyList<string> Fields);
