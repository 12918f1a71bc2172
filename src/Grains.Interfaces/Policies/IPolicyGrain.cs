using MultiLine.Grains.Interfaces.Organizations;
using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Policies;

/// <summary>
/// An organisation's policy: what is in force, and how it becomes another one. What messages are looked at with, each silo compiles for itself.
/// Key: org.
/// </summary>
[Alias("ml.IPolicyGrain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>The organisation's own policy and those that it inherits.</summary>
    [Alias("Get"), ReadOnly]
    Task<PolicyCard> Get();

    /// <summary>Puts another policy in force. Each of its rules must come with examples that turn out as said.</summary>
    [Alias("Save")]
    Task<PolicySaved> Save(PolicyChange change);

    /// <summary>What is wrong with a policy, without saving it.</summary>
    [Alias("Check"), ReadOnly]
    Task<IReadOnlyList<string>> Check(string body);

    /// <summary>What a policy would do with a text, after those that the organisation inherits.</summary>
    [Alias("Try"), ReadOnly]
    Task<PolicyTrial> Try(PolicyTrialRequest request);
}

/// <param name="Version">Which of its own is in force; null where there is none.</param>
/// <param name="Body">JSON; an empty policy where there is none.</param>
/// <param name="Inherited">The outermost organisation's first.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyCard")]
public sealed record PolicyCard(
    [property: Id(0)] long? Version, [property: Id(1)] string Body, [property: Id(2)] IReadOnlyList<InheritedPolicy> Inherited);

/// <param name="Organization">Whose.</param>
/// <param name="Name">What that organisation is called.</param>
/// <param name="Body">JSON.</param>
[GenerateSerializer, Immutable, Alias("ml.InheritedPolicy")]
public sealed record InheritedPolicy(
    [property: Id(0)] PolicyReference Organization, [property: Id(1)] string Name, [property: Id(2)] string Body);

/// <param name="Person">Who changes it.</param>
/// <param name="Replaced">The version that the change was made from; null where there was none.</param>
/// <param name="Body">JSON.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyChange")]
public sealed record PolicyChange([property: Id(0)] string Person, [property: Id(1)] long? Replaced, [property: Id(2)] string Body);

/// <param name="Version">Which one is in force now; null where nothing was changed.</param>
/// <param name="Problems">What is wrong with it, in whole sentences.</param>
/// <param name="Refusal">Why else it was not saved.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicySaved")]
public sealed record PolicySaved(
    [property: Id(0)] long? Version, [property: Id(1)] IReadOnlyList<string> Problems, [property: Id(2)] Refused? Refusal);

/// <param name="Body">The policy to try, JSON; null for the one in force.</param>
/// <param name="Inbound">The contact writes it.</param>
/// <param name="Channel">whatsapp, sms.</param>
/// <param name="Person">Who writes, or whose line it comes to; null for somebody to whom only rules for everybody apply.</param>
/// <param name="Text">The text.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyTrialRequest")]
public sealed record PolicyTrialRequest(
    [property: Id(0)] string? Body,
    [property: Id(1)] bool Inbound,
    [property: Id(2)] string Channel,
    [property: Id(3)] string? Person,
    [property: Id(4)] string Text);

/// <param name="Action">flag, redact, block; null where nothing is found.</param>
/// <param name="Text">What is left of the text; null where it is blocked.</param>
/// <param name="Findings">Rule by rule.</param>
/// <param name="Problems">What is wrong with the policy, which then is not tried.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyTrial")]
public sealed record PolicyTrial(
    [property: Id(0)] string? Action,
    [property: Id(1)] string? Text,
    [property: Id(2)] IReadOnlyList<PolicyFindingPart> Findings,
    [property: Id(3)] IReadOnlyList<string> Problems);

/// <summary>What one rule found.</summary>
/// <param name="Organization">Whose rule.</param>
/// <param name="Rule">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Action">flag, redact, block.</param>
/// <param name="Found">Types of detectors, names of word lists and expressions.</param>
/// <param name="Hits">How many places.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyFindingPart")]
public sealed record PolicyFindingPart(
    [property: Id(0)] string Organization,
    [property: Id(1)] string Rule,
    [property: Id(2)] string Name,
    [property: Id(3)] string Action,
    [property: Id(4)] IReadOnlyList<string> Found,
    [property: Id(5)] int Hits);
