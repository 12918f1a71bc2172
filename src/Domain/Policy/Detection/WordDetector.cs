using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>A detector of what begins with a word: a run of ASCII letters and digits.</summary>
public abstract class WordDetector : Detector
{
    private protected WordDetector()
    {
    }

    /// <summary>Reports what begins at <paramref name="start"/>, if it is one. Called for each run of ASCII letters and digits that no other letter touches.</summary>
    internal abstract void Find(ref Scan scan, int start, int end);
}
