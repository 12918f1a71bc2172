using MultiLine.Simulator.Graph.Numbers;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/numbers</c>: the businesses as their contacts see them.</summary>
internal static class NumbersControl
{
    public static IResult Get(BusinessNumbers numbers, Profiles profiles) =>
        Results.Ok(
            numbers.All.Select(number => new
            {
                number.Id,
                number.DisplayNumber,
                Name = number.VerifiedName,
                profiles.Of(number.Id).About,
            })
        );
}
