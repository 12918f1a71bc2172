using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Numbers;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Control.Businesses;

/// <summary>What to change of a number, of which nobody is told.</summary>
internal sealed record NumberChanges
{
    public Registration? Registration { get; init; }

    public bool? CodeVerified { get; init; }

    /// <summary>Forgets the PIN of two-step verification, as a person does in WhatsApp Manager.</summary>
    public bool ForgetPin { get; init; }

    public NumberState ApplyTo(NumberState state) =>
        state with
        {
            Registration = Registration ?? state.Registration,
            CodeVerified = CodeVerified ?? state.CodeVerified,
            Pin = ForgetPin ? null : state.Pin,
        };
}

/// <summary><c>/control/numbers</c>: the businesses, as their contacts see them and as Meta knows them.</summary>
internal static class NumbersControl
{
    public static void MapNumbers(this RouteGroupBuilder numbers)
    {
        numbers.MapGet("/", List);
        numbers.MapGet(
            "/{id}",
            (string id, BusinessNumbers known, NumberStates states) =>
                known.Find(id) is null ? ControlApi.NotFound("such number id") : Results.Ok(states.Of(id))
        );
        numbers.MapPatch(
            "/{id}",
            (string id, NumberChanges changes, BusinessNumbers known, NumberStates states) =>
                known.Find(id) is null ? ControlApi.NotFound("such number id") : Results.Ok(states.Change(id, changes.ApplyTo))
        );
        numbers.MapNumberNotices();
    }

    private static IResult List(BusinessNumbers numbers, NumberStates states, Profiles profiles, ProfilePictures pictures) =>
        Results.Ok(numbers.All.Select(number => View(number, states.Of(number.Id), profiles.Of(number.Id), pictures.PathOf(number.Id))));

    private static object View(BusinessNumber number, NumberState state, BusinessProfile profile, string? picture) =>
        new
        {
            number.Id,
            number.DisplayNumber,
            Name = state.NameOf(number),
            Picture = picture,
            profile.About,
            profile.Description,
            profile.Address,
            profile.Email,
            profile.Websites,
            profile.Vertical,
        };
}
