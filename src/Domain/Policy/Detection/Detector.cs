using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>Finds one kind of personal or secret value in a text. Holds nothing between two texts.</summary>
public abstract class Detector
{
    private protected Detector()
    {
    }

    /// <summary>What it finds, by the names of Microsoft Presidio where it has one: CREDIT_CARD, IBAN_CODE, …</summary>
    public abstract string Type { get; }

    /// <summary>One line for the person who chooses detectors.</summary>
    public abstract string Description { get; }

    /// <summary>The kinds of words that, near a hit, make it surer.</summary>
    internal virtual Subjects Context => Subjects.None;
}
