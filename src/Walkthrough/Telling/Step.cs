using MultiLine.Walkthrough.Story;

namespace MultiLine.Walkthrough.Telling;

/// <summary>One thing that somebody does in the story, and what must come of it.</summary>
/// <param name="Name">For <c>--kill-after</c>.</param>
/// <param name="Sentence">What is to be seen.</param>
/// <param name="PlayAsync">Throws <see cref="Expectations.DiffersException"/> where something else is seen.</param>
internal sealed record Step(string Name, string Sentence, Func<Stage, Task> PlayAsync);
