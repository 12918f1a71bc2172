using System.Globalization;

namespace MultiLine.Filling;

/// <summary>What the storage of a deployment is filled with.</summary>
/// <param name="Directory">Of the storage; the organisation and its line are there already.</param>
/// <param name="Organization">The organisation.</param>
/// <param name="Line">Its line.</param>
/// <param name="Number">The line's number on WhatsApp, by the provider's id.</param>
/// <param name="Person">Who writes for the firm.</param>
/// <param name="Talks">With how many contacts it talks.</param>
/// <param name="Messages">How many messages each talk has, or a little more.</param>
/// <param name="LongTalks">With how many further contacts it has talked for very long.</param>
/// <param name="Events">How many events each of those talks has at least.</param>
internal sealed record Plan(
    string Directory, string Organization, string Line, string Number, string Person, int Talks, int Messages, int LongTalks, int Events)
{
    /// <summary>With these many talks are written in turn, each message some time after the one before.</summary>
    public const int TalksAtOnce = 1_000;

    /// <exception cref="ArgumentException">An option is missing.</exception>
    public static Plan Of(string[] options) => new(
        Text(options, "--directory"), Text(options, "--organization"), Text(options, "--line"), Text(options, "--number"), Text(options, "--person"),
        Count(options, "--talks"), Count(options, "--messages"),
        Count(options, "--long-talks"), Count(options, "--events"));

    private static int Count(string[] options, string name) => int.Parse(Text(options, name), CultureInfo.InvariantCulture);

    private static string Text(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : throw new ArgumentException($"{name} is missing.", nameof(options));
    }
}
