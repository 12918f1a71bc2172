namespace MultiLine.Domain.Archive.Mail;

/// <summary>How mails are made out of records.</summary>
public sealed record EmlOptions
{
    /// <summary>
    /// Behind the @ of addresses and message ids. It has to be the firm's own where the mails go to an archive that others use too; the default
    /// can't be anybody's (RFC 2606).
    /// </summary>
    public string Domain
    {
        get;
        init => field = Mailbox.IsDomain(value) ? value : throw new ArgumentException($"“{value}” is no domain.", nameof(value));
    } = "multiline.invalid";

    /// <summary>
    /// The event as it is stored, and the content that its commitment is over, come along as <c>event.json</c> and <c>content.json</c>: with them each mail
    /// can be checked against the ledger by itself.
    /// </summary>
    public bool Evidence { get; init; } = true;
}
