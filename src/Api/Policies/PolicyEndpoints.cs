using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Policies;

namespace MultiLine.Api.Policies;

/// <summary>The organisation's policy.</summary>
internal static class PolicyEndpoints
{
    /// <summary>In characters. Longer than WhatsApp takes, so that whole conversations can be tried.</summary>
    private const int LongestTrial = 20_000;

    /// <summary>Messages of one dry run: some seconds.</summary>
    private const int MostDryRun = 10_000;

    public static void MapPolicy(this IEndpointRouteBuilder api)
    {
        var policy = api.MapGroup("/policy").WithTags("Policy");
        policy.MapGet("", Get).Requires(Access.RulesReader).Produces<PolicyView>();
        policy.MapPut("", Put).Requires(Access.Administrator)
            .Produces<PolicyVersion>().Refuses(RefusalCodes.InvalidRequest);
        policy.MapPost("/check", Check).Requires(Access.Administrator)
            .Produces<PolicyProblems>().Refuses(RefusalCodes.InvalidRequest);
        policy.MapPost("/dry-run", DryRun).Requires(Access.RulesReader)
            .Produces<DryRunResult>().Refuses(RefusalCodes.InvalidRequest);
        policy.MapPost("/try", Try).Requires(Access.Administrator)
            .Produces<PolicyTrial>().Refuses(RefusalCodes.InvalidRequest);
    }

    /// <summary>The policy in force, and those that the organisation inherits</summary>
    internal static async Task<IResult> Get(Caller caller, IGrainFactory grains)
    {
        var card = await grains.Policy(caller).Get();
        return TypedResults.Ok(new PolicyView(
            card.Version,
            JsonElement.Parse(card.Body),
            [.. card.Inherited.Select(inherited => new InheritedPolicyView(
                inherited.Organization.Organization, inherited.Name, inherited.Organization.Version, JsonElement.Parse(inherited.Body)))]));
    }

    /// <summary>Put another policy in force</summary>
    /// <remarks>
    /// From the next message on. Every rule has to come with examples that it must match and must not match; where one turns out otherwise, or the policy
    /// can't be understood, nothing is saved and the answer says what is wrong. Who changed it is recorded.
    /// </remarks>
    /// <param name="body">The policy, and the version that it was made from.</param>
    internal static async Task<IResult> Put(PolicyBody body, Caller caller, IGrainFactory grains) =>
        await grains.Policy(caller).Save(new PolicyChange(caller.Person.Id, body.Version, body.Policy.GetRawText())) switch
        {
            { Refusal: { } refusal } => new ProblemResult(refusal),
            { Version: { } version } => TypedResults.Ok(new PolicyVersion(version)),
            var saved => throw new InvalidRequestException(string.Join(' ', saved.Problems)),
        };

    /// <summary>Say what is wrong with a policy, without saving it</summary>
    /// <param name="body">The policy.</param>
    internal static async Task<IResult> Check(PolicyToCheck body, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new PolicyProblems(await grains.Policy(caller).Check(body.Policy.GetRawText())));

    /// <summary>Say what a policy would have done with the newest messages of the archive</summary>
    /// <remarks>
    /// With messages as they are kept: what policy took out before is not in them. Samples, with what was found hidden, are for compliance officers, who may read
    /// the messages; administrators get the numbers. Nothing is changed.
    /// </remarks>
    /// <param name="body">The policy to try, and on how many messages.</param>
    internal static async Task<IResult> DryRun(DryRunBody body, Caller caller, IGrainFactory grains)
    {
        if (body.Messages is < 1 or > MostDryRun)
        {
            throw new InvalidRequestException($"“messages” must be between 1 and {MostDryRun}.");
        }

        return TypedResults.Ok(await grains.DryRuns(caller).Run(new DryRunRequest(body.Policy?.GetRawText(), body.Messages, caller.Is(Roles.Compliance))));
    }

    /// <summary>Say what would become of a text</summary>
    /// <param name="body">The text, and the policy to try.</param>
    internal static async Task<IResult> Try(PolicyTrialBody body, Caller caller, IGrainFactory grains)
    {
        if (body.Text.Length > LongestTrial)
        {
            throw new InvalidRequestException($"“text” must have at most {LongestTrial} characters.");
        }

        var request = new PolicyTrialRequest(
            body.Policy?.GetRawText(), body.Direction == MessageDirection.In, Words.Of(body.Channel), body.Person, body.Text);
        return TypedResults.Ok(await grains.Policy(caller).Try(request));
    }
}

/// <param name="Version">Which of the organisation's own policies is in force; null where there is none.</param>
/// <param name="Policy">The organisation's own, as docs/policy.md describes it.</param>
/// <param name="Inherited">The outermost organisation's first: they apply here as well.</param>
public sealed record PolicyView(long? Version, JsonElement Policy, IReadOnlyList<InheritedPolicyView> Inherited);

/// <param name="Organization">Whose.</param>
/// <param name="Name">What that organisation is called.</param>
/// <param name="Version">Which one is in force.</param>
/// <param name="Policy">As docs/policy.md describes it.</param>
public sealed record InheritedPolicyView(string Organization, string Name, long Version, JsonElement Policy);

/// <param name="Version">The version that the change was made from; null where there was none. Another one in force is a refusal.</param>
/// <param name="Policy">As docs/policy.md describes it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyBody(long? Version, JsonElement Policy);

/// <param name="Policy">As docs/policy.md describes it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyToCheck(JsonElement Policy);

/// <param name="Version">Which one is in force now.</param>
public sealed record PolicyVersion(long Version);

/// <param name="Problems">In whole sentences; empty where nothing is wrong.</param>
public sealed record PolicyProblems(IReadOnlyList<string> Problems);

/// <param name="Text">At most 20,000 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyTrialBody([property: MaxLength(20_000)] string Text)
{
    /// <summary>The policy to try; the one in force if not given.</summary>
    public JsonElement? Policy { get; init; }

    /// <summary>Who writes: out is one of ours.</summary>
    public MessageDirection Direction { get; init; } = MessageDirection.Out;

    public Messages.SendChannel Channel { get; init; } = Messages.SendChannel.WhatsApp;

    /// <summary>Who writes, or whose line it comes to; rules for certain people apply to nobody if not given.</summary>
    public string? Person { get; init; }
}

public enum MessageDirection
{
    Out,
    In,
}

/// <param name="Policy">The organisation's own policy to try; the one in force if not given.</param>
/// <param name="Messages">How many of the newest messages, 1 to 10,000; 1,000 if not given.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DryRunBody(JsonElement? Policy = null, int Messages = 1_000);
