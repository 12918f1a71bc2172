namespace MultiLine.Domain.Archive.Words;

/// <summary>Something to be said of a record beside its text.</summary>
/// <param name="Label">In small words, for example "File".</param>
/// <param name="Value">May be somebody else's text.</param>
public sealed record ArchiveDetail(string Label, string Value)
{
    /// <summary>As it stands below a text that has no layout.</summary>
    public override string ToString() => $"[{Label}: {Value}]";
}
