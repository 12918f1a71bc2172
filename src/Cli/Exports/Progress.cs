using System.Globalization;

namespace MultiLine.Cli.Exports;

/// <summary>Says now and then how far something long has come, on one line that is written over.</summary>
/// <param name="output">Where; null where nobody looks.</param>
/// <param name="what">What is counted.</param>
/// <param name="time">The clock.</param>
internal sealed class Progress(TextWriter? output, string what, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly long _start = time.GetTimestamp();
    private long _said = time.GetTimestamp();
    private bool _isOpen;

    /// <param name="count">How many there have been.</param>
    /// <param name="part">How much of everything that is, up to 1; null where nobody knows how much there is.</param>
    public async Task SayAsync(long count, double? part)
    {
        if (output is null || time.GetElapsedTime(_said) < Pause)
            return;
        _said = time.GetTimestamp();
        _isOpen = true;
        var known = part?.ToString("P0", CultureInfo.InvariantCulture).PadLeft(6) + (part is null ? "" : "  ");
        await output.WriteAsync(string.Create(
            CultureInfo.InvariantCulture, $"\r{known}{count:N0} {what}, {count / time.GetElapsedTime(_start).TotalSeconds:N0} a second "));
    }

    /// <summary>The line is left as it is.</summary>
    public async Task EndAsync()
    {
        if (output is not null && _isOpen)
            await output.WriteLineAsync();
    }
}
