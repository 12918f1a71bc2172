using System.Text.Json.Serialization;

namespace MultiLine.Connectors.WhatsApp.Templates;

internal sealed record TemplatePage(IReadOnlyList<MessageTemplate>? Data, Paging? Paging);

internal sealed record Paging(Cursors? Cursors, string? Next);

internal sealed record Cursors(string? After);

internal sealed record TemplateEdit(string? Category, IReadOnlyList<TemplateComponent> Components);

internal sealed record EditReply(bool Success);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TemplateDraft))]
[JsonSerializable(typeof(TemplateEdit))]
[JsonSerializable(typeof(TemplatePage))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(SubmittedTemplate))]
[JsonSerializable(typeof(EditReply))]
internal sealed partial class TemplateJson : JsonSerializerContext;
