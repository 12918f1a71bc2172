using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Messages.Contents;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

internal sealed record InteractiveContent(
    string? Type,
    InteractiveHeader? Header,
    InteractiveText? Body,
    InteractiveText? Footer,
    InteractiveAction? Action
);

internal sealed record InteractiveText(string? Text);

/// <summary>A line of text, or a file under the name of its type.</summary>
internal sealed record InteractiveHeader(string? Type, string? Text, MediaContent? Image, MediaContent? Video, MediaContent? Document)
{
    [JsonIgnore]
    public MediaContent? File =>
        Type switch
        {
            "image" => Image,
            "video" => Video,
            "document" => Document,
            _ => null,
        };
}

/// <param name="Name">Of <c>cta_url</c> and <c>request_contact_info</c>: the type once more.</param>
/// <param name="Buttons">Of <c>button</c>.</param>
/// <param name="Button">Of <c>list</c>: what opens it.</param>
/// <param name="Sections">Of <c>list</c>.</param>
/// <param name="Parameters">Of <c>cta_url</c>.</param>
internal sealed record InteractiveAction(
    string? Name,
    IReadOnlyList<ReplyButton>? Buttons,
    string? Button,
    IReadOnlyList<ListSection>? Sections,
    LinkParameters? Parameters
);

internal sealed record ReplyButton(string? Type, Reply? Reply);

internal sealed record Reply(string? Id, string? Title);

internal sealed record ListSection(string? Title, IReadOnlyList<ListRow>? Rows);

internal sealed record ListRow(string? Id, string? Title, string? Description);

internal sealed record LinkParameters(string? DisplayText, string? Url);
