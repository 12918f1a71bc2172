using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace MultiLine.Connectors.WhatsApp.Templates;

/// <summary>
/// The templates of a WhatsApp business account (WABA): what there is, submitting and changing them. Calls are few by the hour, so keep what was read.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
/// </summary>
public sealed class TemplateClient(GraphApi graph, ILogger<TemplateClient> log)
{
    private const string Fields = "id,name,language,status,category,previous_category,rejected_reason,quality_score,parameter_format,components";
    private const int PageSize = 100;

    /// <summary>All templates, page by page. Safe to repeat.</summary>
    public async Task<TemplateResult<IReadOnlyList<MessageTemplate>>> ListAsync(string wabaId, CancellationToken cancellationToken)
    {
        List<MessageTemplate> all = [];
        HashSet<string> seen = [];
        string? after = null;
        do
        {
            var path = $"{TemplatesOf(wabaId)}?fields={Fields}&limit={PageSize}" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
            var result = await CallAsync(HttpMethod.Get, path, body: null, TemplateJson.Default.TemplatePage, cancellationToken);
            if (result is TemplateFailure<TemplatePage> failure) return failure.Of<IReadOnlyList<MessageTemplate>>();

            var page = ((TemplateSuccess<TemplatePage>)result).Value;
            all.AddRange(page.Data ?? []);
            after = page.Data is { Count: > 0 } ? page.Paging?.Cursors?.After : null;
        }
        while (after is not null && seen.Add(after));

        return new TemplateSuccess<IReadOnlyList<MessageTemplate>>(all);
    }

    /// <summary>One template. Safe to repeat.</summary>
    public Task<TemplateResult<MessageTemplate>> GetAsync(string templateId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, $"{Uri.EscapeDataString(templateId)}?fields={Fields}", body: null, TemplateJson.Default.MessageTemplate, cancellationToken);

    /// <summary>Submits a template for review.</summary>
    public Task<TemplateResult<SubmittedTemplate>> CreateAsync(string wabaId, TemplateDraft draft, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Post,
            TemplatesOf(wabaId),
            JsonSerializer.SerializeToUtf8Bytes(draft, TemplateJson.Default.TemplateDraft),
            TemplateJson.Default.SubmittedTemplate,
            cancellationToken);

    /// <summary>Submits other components, and another category if one is named, in place of those there are. A template under review can't be changed.</summary>
    /// <returns>Whether Meta took it.</returns>
    public async Task<TemplateResult<bool>> EditAsync(
        string templateId, IReadOnlyList<TemplateComponent> components, string? category, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new TemplateEdit(category, components), TemplateJson.Default.TemplateEdit);
        var result = await CallAsync(
            HttpMethod.Post, Uri.EscapeDataString(templateId), body, TemplateJson.Default.EditReply, cancellationToken);
        return result is TemplateFailure<EditReply> failure
            ? failure.Of<bool>()
            : new TemplateSuccess<bool>(((TemplateSuccess<EditReply>)result).Value.Success);
    }

    private static string TemplatesOf(string wabaId) => $"{Uri.EscapeDataString(wabaId)}/message_templates";

    private async Task<TemplateResult<T>> CallAsync<T>(
        HttpMethod method, string path, byte[]? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var reply = await graph.CallAsync(method, path, body, cancellationToken);
        if (reply is GraphReply.Success success && Read(success.Body, type) is { } value) return new TemplateSuccess<T>(value);

        var error = (reply as GraphReply.Refusal)?.Error;
        var handling = Handling(reply, error);
        log.TemplateCallFailed(error?.Code, handling);
        return new TemplateFailure<T>(handling, error);
    }

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static GraphHandling Handling(GraphReply reply, GraphError? error) => (reply, error) switch
    {
        (GraphReply.NotReached, _) => GraphHandling.TryAgain,
        (_, null) => GraphHandling.Unknown,
        _ => GraphErrors.For(error.Code)?.Handling ?? (error.IsTransient ? GraphHandling.Unknown : GraphHandling.Refuse),
    };
}
