namespace MultiLine.Pages.Seeding;

/// <summary>How much there is to look at.</summary>
/// <param name="Threads">Threads of the line, one of which is the long one.</param>
/// <param name="LongThread">Messages of the long thread.</param>
internal sealed record Size(int Threads, int LongThread);
