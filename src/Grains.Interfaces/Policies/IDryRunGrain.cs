namespace MultiLine.Grains.Interfaces.Policies;

/// <summary>Says what a policy would have done with messages of the past, as they are kept. Key: org.</summary>
[Alias("ml.IDryRunGrain")]
public interface IDryRunGrain : IGrainWithStringKey
{
    /// <summary>Looks at the newest messages of the archive.</summary>
    [Alias("Run"), ResponseTimeout("00:05:00")]
    Task<DryRunResult> Run(DryRunRequest request);
}

/// <param name="Body">The organisation's own policy to try, JSON; null for the one in force.</param>
/// <param name="Messages">How many at the most.</param>
/// <param name="WithSamples">Whether parts of the messages are shown, with what was found hidden.</param>
[GenerateSerializer, Immutable, Alias("ml.DryRunRequest")]
public sealed record DryRunRequest(
    [property: Id(0)] string? Body, [property: Id(1)] int Messages, [property: Id(2)] bool WithSamples);

/// <param name="Messages">How many were looked at.</param>
/// <param name="Flagged">How many would have gone on as they are, marked.</param>
/// <param name="Redacted">How many would have been redacted.</param>
/// <param name="Blocked">How many would have been blocked.</param>
/// <param name="Since">When the oldest of them was captured; null where there was none.</param>
/// <param name="Rules">Those that something was found by.</param>
/// <param name="Problems">What is wrong with the policy, which then is not tried.</param>
[GenerateSerializer, Immutable, Alias("ml.DryRunResult")]
public sealed record DryRunResult(
    [property: Id(0)] int Messages,
    [property: Id(1)] int Flagged,
    [property: Id(2)] int Redacted,
    [property: Id(3)] int Blocked,
    [property: Id(4)] DateTimeOffset? Since,
    [property: Id(5)] IReadOnlyList<DryRunRulePart> Rules,
    [property: Id(6)] IReadOnlyList<string> Problems);

/// <param name="Organization">Whose rule.</param>
/// <param name="Rule">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Action">flag, redact, block.</param>
/// <param name="Messages">In how many it found something.</param>
/// <param name="Samples">What stands around the first finds, with a mark in the place of each.</param>
[GenerateSerializer, Immutable, Alias("ml.DryRunRulePart")]
public sealed record DryRunRulePart(
    [property: Id(0)] string Organization,
    [property: Id(1)] string Rule,
    [property: Id(2)] string Name,
    [property: Id(3)] string Action,
    [property: Id(4)] int Messages,
    [property: Id(5)] IReadOnlyList<string> Samples);
