using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>A message as it would be shown, with the category that it is priced by.</summary>
internal sealed record Draft(string Type, Bubble Shown, string Category)
{
    /// <summary>Of a reaction: the message that it is about.</summary>
    public string? About { get; init; }

    /// <summary>It may not be addressed to a BSUID.</summary>
    public bool ToPhoneOnly { get; init; }
}
