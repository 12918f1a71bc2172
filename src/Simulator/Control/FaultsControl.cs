using MultiLine.Simulator.Faults;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/faults</c>: asks for misbehaviour.</summary>
internal static class FaultsControl
{
    public static void MapFaults(this RouteGroupBuilder control)
    {
        control.MapGet("/", (FaultBox faults) => faults.Pending());
        control.MapPost("/", Add);
        control.MapDelete(
            "/",
            (FaultBox faults) =>
            {
                faults.Clear();
                return Results.NoContent();
            }
        );
    }

    private static IResult Add(Fault fault, FaultBox faults)
    {
        if (fault.Count < 1 || fault.Size < 2 || fault.Seconds < 0)
            return ControlApi.Invalid("'count' must be at least 1, 'size' at least 2, 'seconds' not negative.");

        faults.Add(fault);
        return Results.Ok(faults.Pending());
    }
}
