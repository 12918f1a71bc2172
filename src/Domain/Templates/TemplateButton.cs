namespace MultiLine.Domain.Templates;

/// <summary>A button below a template.</summary>
/// <param name="Kind">What a tap does.</param>
/// <param name="Title">What the contact reads.</param>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components"/></remarks>
public sealed record TemplateButton(TemplateButtonKind Kind, string Title)
{
    private const int LongestCode = 15;
    private const int LongestAddress = 2000;

    public static TemplateButton QuickReply(string title) => new(TemplateButtonKind.QuickReply, title);

    /// <summary>Of a button that opens a page: the address, which may end in a variable.</summary>
    public string? Url { get; init; }

    /// <summary>Each message gives this button a value of its own.</summary>
    public bool HasVariable => Kind switch
    {
        TemplateButtonKind.CopyCode or TemplateButtonKind.OneTimePassword => true,
        TemplateButtonKind.Url => !TemplateText.Variables(Url).IsEmpty,
        _ => false,
    };

    /// <summary>What it opens or copies with this value.</summary>
    internal string? Target(string value) => Kind == TemplateButtonKind.Url ? TemplateText.Fill(Url, TemplateText.Variables(Url), [value]) : value;

    /// <summary>Why the provider would refuse this value, or null.</summary>
    public string? Fault(string? value) => value switch
    {
        null or "" => "is missing",
        _ when value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) => "has a space or a line break",
        { Length: > LongestCode } when Kind != TemplateButtonKind.Url => $"has {value.Length} characters, {LongestCode} at the most",
        { Length: > LongestAddress } => $"has {value.Length} characters, {LongestAddress} at the most",
        _ => null,
    };
}

public enum TemplateButtonKind
{
    /// <summary>Answers.</summary>
    QuickReply,

    /// <summary>Opens a page.</summary>
    Url,

    /// <summary>Copies a code.</summary>
    CopyCode,

    /// <summary>Copies or fills in a one-time password.</summary>
    OneTimePassword,

    /// <summary>Calls, opens a form and whatever else needs no value.</summary>
    Other,
}
