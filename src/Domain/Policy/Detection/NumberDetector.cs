using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>A detector of what is written in digits alone, in groups or in one piece.</summary>
public abstract class NumberDetector : Detector
{
    private protected NumberDetector()
    {
    }

    /// <summary>Reports what begins with the first of the groups, if it is one. Called for each group of digits that no word runs into.</summary>
    internal abstract void Find(ref Scan scan, in DigitGroups number);
}
