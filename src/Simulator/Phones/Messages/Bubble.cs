namespace MultiLine.Simulator.Phones.Messages;

/// <summary>What the contact sees of a message.</summary>
internal sealed record Bubble(string Body)
{
    public string? Header { get; init; }

    public string? Footer { get; init; }

    public IReadOnlyList<BubbleButton> Buttons { get; init; } = [];

    public BubbleMedia? Media { get; init; }

    public BubbleList? List { get; init; }

    public BubblePlace? Location { get; init; }

    public IReadOnlyList<BubbleCard> Cards { get; init; } = [];

    /// <summary>The link in the text of which a preview is shown.</summary>
    public string? Preview { get; init; }
}

/// <param name="Kind">
/// <c>quick_reply</c> (template) and <c>reply</c> (interactive) can be tapped; others, such as <c>url</c>, are only shown.
/// </param>
/// <param name="Payload">What the business gets back on a tap; for <c>reply</c> the id.</param>
internal sealed record BubbleButton(string Kind, string Text, string? Payload = null)
{
    /// <summary>The kind by which the contact shares the phone number.</summary>
    public const string ShareNumber = "request_contact_info";

    /// <summary>Where a <c>url</c> leads, what a <c>copy_code</c> copies.</summary>
    public string? Value { get; init; }
}

/// <summary>A file in a message, by the id of an uploaded one or by a link; the MIME type of a link is not known.</summary>
internal sealed record BubbleMedia(string? Id, string? Link, string? MimeType, string? FileName)
{
    /// <summary>Such as <c>image</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Audio that was spoken into WhatsApp.</summary>
    public bool Voice { get; init; }
}

/// <param name="Button">What opens the list.</param>
internal sealed record BubbleList(string Button, IReadOnlyList<BubbleSection> Sections);

internal sealed record BubbleSection(string? Title, IReadOnlyList<BubbleRow> Rows);

internal sealed record BubbleRow(string Id, string Title, string? Description);

internal sealed record BubblePlace(double Latitude, double Longitude, string? Name, string? Address)
{
    internal string Coordinates => FormattableString.Invariant($"{Latitude}, {Longitude}");
}

internal sealed record BubbleCard(string Name, IReadOnlyList<string> Phones, string? Company);
