namespace MultiLine.Load.Faults.Steps;

/// <summary>A place between two steps of what the product does, at which it is killed.</summary>
/// <param name="Name">Which flow, and between which of its steps.</param>
/// <param name="At">
/// The moment as <c>MULTILINE_KILL_AT</c> of the startup hook names it; <c>{0}</c> is the conversation, which limits it to that of the story.
/// </param>
/// <param name="Story">What goes on meanwhile.</param>
internal sealed record KillStep(string Name, string At, Func<StepWorld, Story> Story)
{
    /// <summary>At which time that the moment is reached.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whoever reaches the moment stands still, and the process is killed from outside when the story says so.</summary>
    public bool Holds { get; init; }

    /// <summary>After the kill it is started again and killed once more: at this moment, or from outside as soon as the story says so.</summary>
    public string? AndAgainAt { get; init; }

    /// <summary>As <see cref="AndAgainAt"/>: no moment, but as soon as the story says so.</summary>
    public const string WhenTheStorySaysSo = "";

    /// <summary>Settings of the product while the story goes on.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the simulator does to the next call, as its control API names it.</summary>
    public string? ProviderFault { get; init; }

    /// <summary>Files are kept each second instead of each minute.</summary>
    public bool KeepsFilesAtOnce { get; init; }

    /// <summary>Among those of a short run.</summary>
    public bool IsShort { get; init; }
}
