namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>How a conversation is cut into files.</summary>
/// <param name="Zone">Whose midnight begins a new file.</param>
public sealed record RsmfOptions(TimeZoneInfo Zone)
{
    /// <summary>Behind the @ of the participants' addresses, as in <see cref="Mail.EmlOptions.Domain"/>.</summary>
    public string Domain { get; init; } = "multiline.invalid";

    /// <summary>In a file, at the most. Relativity advises no more than 10,000.</summary>
    /// <remarks><see href="https://help.relativity.com/Server2024/Content/System_Guides/Relativity_Short_Message_Format/Processing_an_RSMF_file.htm"/></remarks>
    public int MostEvents { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 10_000;

    /// <summary>
    /// Bytes of attachments in a file, at the most; a message whose own are more has a file for itself. Relativity takes no file over 2 GB, and Base64 makes four
    /// bytes of three.
    /// </summary>
    public long MostBytes { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 500_000_000;
}
