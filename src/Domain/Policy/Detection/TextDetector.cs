using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>A detector that looks for its own marks in the text.</summary>
public abstract class TextDetector : Detector
{
    private protected TextDetector()
    {
    }

    /// <summary>Reports all there is in the text.</summary>
    internal abstract void Find(ref Scan scan);
}
