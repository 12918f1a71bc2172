using System.ComponentModel.DataAnnotations;
using MultiLine.Domain;

namespace MultiLine.Connectors.Anchors;

/// <summary>Where tree heads are left outside of the product; in the section <c>Archive</c> of the configuration.</summary>
public sealed class AnchorOptions : IValidatableObject
{
    public const string Section = "Archive";

    /// <summary>The destinations by name, such as <c>Archive:Anchors:auditor:Folder</c>. Default: none.</summary>
    public IDictionary<string, AnchorDestination> Anchors { get; } = new Dictionary<string, AnchorDestination>(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, destination) in Anchors)
        {
            if (!KeyPart.IsValid(name))
                yield return new($"Archive:Anchors:{name}: a destination's name has 1 to 64 lower-case letters, digits, hyphens and underscores.");
            if (destination.Fault() is { } fault)
                yield return new($"Archive:Anchors:{name}: {fault}");
        }
    }
}

/// <summary>One of a folder, an address on the web, or mail.</summary>
public sealed class AnchorDestination
{
    /// <summary>A directory that gets one file for each head, such as one on write-once storage.</summary>
    public string? Folder { get; set; }

    /// <summary>An https address that each head is posted to as JSON; http only on this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>The address that each head is mailed to.</summary>
    public string? MailTo { get; set; }

    /// <summary>The sender's address of the mail.</summary>
    public string? MailFrom { get; set; }

    /// <summary>The mail server that takes it without signing in. Default: <c>localhost</c>.</summary>
    public string MailHost { get; set; } = "localhost";

    /// <summary>Its port. Default: 25.</summary>
    public int MailPort { get; set; } = 25;

    /// <summary>How long after a head was taken the next is left, if there is a newer one. Default: one hour.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    internal string? Fault()
    {
        if (new[] { Folder is not null, Url is not null, MailTo is not null }.Count(given => given) != 1)
            return "name one of Folder, Url and MailTo.";
        if (Url is { } url && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
            return "Url must be an https address.";
        if (MailTo is not null && MailFrom is null)
            return "MailTo needs MailFrom.";
        if (MailPort is < 1 or > 65535)
            return "MailPort must be between 1 and 65535.";
        return Every < TimeSpan.FromMinutes(1) || Every > TimeSpan.FromDays(30) ? "Every must be between 1 minute and 30 days." : null;
    }
}
