namespace MultiLine.Domain.Policy.Rules;

/// <summary>How much a policy can hold, so that what it costs is known whatever somebody writes into it.</summary>
public static class PolicyLimits
{
    /// <summary>Rules of one organisation.</summary>
    public const int Rules = 200;

    /// <summary>Word lists of one organisation.</summary>
    public const int WordLists = 50;

    /// <summary>Words in all lists of one organisation together.</summary>
    public const int Words = 20_000;

    /// <summary>Of a word or phrase, in UTF-16 units.</summary>
    public const int WordLength = 80;

    public const int WordWeight = 1_000;

    /// <summary>Of a list, a rule, an expression, in UTF-16 units.</summary>
    public const int NameLength = 80;

    /// <summary>Expressions of one organisation's rules together.</summary>
    public const int Expressions = 50;

    /// <summary>Of an expression, in UTF-16 units.</summary>
    public const int ExpressionLength = 500;

    /// <summary>Examples of each of the two kinds.</summary>
    public const int Examples = 20;

    /// <summary>Of an example, in UTF-16 units.</summary>
    public const int ExampleLength = 4_096;

    /// <summary>Channels, people, detectors, lists, media types that one rule names, of each.</summary>
    public const int Named = 200;

    public const int Threshold = 1_000_000;
}
