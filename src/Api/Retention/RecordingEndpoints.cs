using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Retention;

/// <summary>Whether lines are recorded, and how long what is said on them is kept.</summary>
internal static class RecordingEndpoints
{
    public static void MapRecording(this IEndpointRouteBuilder api)
    {
        var recording = api.MapGroup("/recording").WithTags("Recording");
        recording.MapGet("", Get).Requires(Access.RulesReader).Produces<RecordingCard>();
        recording.MapPut("", Put).Requires(Access.Administrator).Produces<RecordingCard>().Refuses(RefusalCodes.InvalidRequest);
        recording.MapPut("/lines/{line}", PutLine).Requires(Access.Administrator)
            .Produces<RecordingCard>().Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
        recording.MapDelete("/lines/{line}", DeleteLine).Requires(Access.Administrator).Produces<RecordingCard>().Refuses(RefusalCodes.NotFound);
    }

    /// <summary>What is recorded, and how long it is kept</summary>
    internal static async Task<IResult> Get(Caller caller, IGrainFactory grains) => TypedResults.Ok(await Read(caller, grains));

    /// <summary>Choose it for the whole organisation</summary>
    /// <remarks>
    /// For lines that have no choice of their own. Another choice lengthens what was promised for what was captured before, and never shortens it. Who
    /// chose is recorded.
    /// </remarks>
    /// <param name="body">A retention class where it is recorded, an inbox period where it is not.</param>
    internal static Task<IResult> Put(RecordingBody body, Caller caller, IGrainFactory grains) => Set(null, body.ToTerms(), caller, grains);

    /// <summary>Choose it for one line</summary>
    /// <param name="line">The line.</param>
    /// <param name="body">A retention class where it is recorded, an inbox period where it is not.</param>
    internal static Task<IResult> PutLine(string line, RecordingBody body, Caller caller, IGrainFactory grains) => Set(line, body.ToTerms(), caller, grains);

    /// <summary>Let a line go by its organisation again</summary>
    /// <param name="line">The line.</param>
    internal static Task<IResult> DeleteLine(string line, Caller caller, IGrainFactory grains) => Set(line, null, caller, grains);

    private static async Task<IResult> Set(string? line, RecordingTerms? terms, Caller caller, IGrainFactory grains)
    {
        var outcome = await grains.Organization(caller).SetRecording(new RecordingChoice(caller.Person.Id, line, terms));
        return outcome.Refusal is { } refusal ? new ProblemResult(refusal) : TypedResults.Ok(await Read(caller, grains));
    }

    private static async Task<RecordingCard> Read(Caller caller, IGrainFactory grains) => await grains.Organization(caller).GetRecording()
        ?? throw new InvalidOperationException("The organisation of a person who is signed in has gone.");
}

/// <param name="Recorded">Everything that is said is kept for its retention class.</param>
/// <param name="Years">The retention class where it is recorded: 3, 5, 6 or 7.</param>
/// <param name="Days">The inbox period where it is not recorded: 1 to 365.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecordingBody(bool Recorded, int? Years = null, int? Days = null)
{
    internal RecordingTerms ToTerms() => new(Recorded, Years, Days);
}
