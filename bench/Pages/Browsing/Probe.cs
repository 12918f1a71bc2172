namespace MultiLine.Pages.Browsing;

/// <summary>What was seen of a page since it was opened, or since the restart.</summary>
/// <param name="Shift">Sum of the layout shifts that no input explains (<see href="https://wicg.github.io/layout-instability/"/>).</param>
/// <param name="LongTasks">Tasks of more than 50 ms.</param>
/// <param name="Nodes">The most elements in the document in any frame.</param>
/// <param name="Frames">How long each frame took, in milliseconds.</param>
internal sealed record Probe(double Shift, int LongTasks, int Nodes, IReadOnlyList<double> Frames);
