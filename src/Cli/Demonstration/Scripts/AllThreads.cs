using MultiLine.Cli.Demonstration.Telling;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>Every thread of the demonstration, over the last five weeks. The last sessions lapsed before today.</summary>
internal static class AllThreads
{
    public static IReadOnlyList<ThreadScript> Scripts { get; } =
        [.. LivelyThreads.Scripts, .. ReopenedThreads.Scripts, .. OpenQuestions.Scripts, .. Refusals.Scripts, .. Troubles.Scripts];
}
