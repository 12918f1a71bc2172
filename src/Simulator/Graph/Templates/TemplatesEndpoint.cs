using System.Globalization;
using System.Security.Cryptography;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary><c>/{waba-id}/message_templates</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management"/></remarks>
internal static class TemplatesEndpoint
{
    private const int MostTemplates = 250;
    private const int DefaultPage = 25;

    public static IResult List(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        TemplateCatalog templates,
        string? name,
        string? status,
        string? language,
        string? after,
        string? before,
        int? limit
    )
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        var matching = templates
            .Of(id)
            .Where(row =>
                (name is null || row.Template.Name.Contains(name, StringComparison.Ordinal))
                && (status is null || row.Template.Status == status)
                && (language is null || row.Template.Language == language)
            )
            .ToList();
        var size = Math.Clamp(limit ?? DefaultPage, 1, MostTemplates);
        var page = before is null
            ? matching.Where(row => row.Sequence > Cursor.Read(after)).Take(size).ToList()
            : matching.Where(row => row.Sequence < Cursor.Read(before)).TakeLast(size).ToList();
        return GraphJson.Reply(
            new
            {
                Data = page.Select(row => TemplateView.Of(row.Template)),
                Paging = page.Count == 0
                    ? null
                    : new
                    {
                        Cursors = new { Before = Cursor.Write(page[0].Sequence), After = Cursor.Write(page[^1].Sequence) },
                        Next = matching[^1].Sequence > page[^1].Sequence ? Cursor.NextPage(http, page[^1].Sequence) : null,
                    },
            }
        );
    }

    public static async Task<IResult> CreateAsync(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        TemplateCatalog templates,
        TemplateReview review,
        Database database
    )
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<TemplateRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        foreach (
            var (name, value) in new (string, object?)[]
            {
                ("name", request.Name),
                ("language", request.Language),
                ("category", request.Category),
                ("components", request.Components),
            }
        )
        {
            if (value is null or "")
                return GraphErrors.ParameterRequired(name).ToResult();
        }

        var category = request.Category!.ToUpperInvariant();
        var template = new Template(
            NewId(),
            id,
            request.Name!,
            request.Language!,
            category,
            request.ParameterFormat?.ToUpperInvariant() ?? "POSITIONAL",
            AuthenticationTemplate.Complete(category, request.Components!)
        );
        return database.Step(_ =>
        {
            if (TemplateRules.Check(template) is { } wrong)
                return wrong.ToResult();
            if (templates.Named(id, template.Name).Any(other => other.Language == template.Language))
                return TemplateErrors.Exists.ToResult();
            if (templates.Count(id) >= MostTemplates)
                return TemplateErrors.TooMany.ToResult();

            var submitted = review.Submit(template);
            return GraphJson.Reply(
                new
                {
                    submitted.Id,
                    submitted.Status,
                    submitted.Category,
                }
            );
        });
    }

    /// <summary>Deletes all languages of a name or, with <c>hsm_id</c>, one template.</summary>
    public static IResult Delete(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        TemplateCatalog templates,
        Database database,
        string? name
    )
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if (string.IsNullOrEmpty(name))
            return GraphErrors.ParameterRequired("name").ToResult();

        var onlyId = http.Query["hsm_id"].ToString();
        return database.Step(_ =>
        {
            var deleted = templates.Named(id, name).Where(template => onlyId.Length == 0 || template.Id == onlyId).ToList();
            foreach (var template in deleted)
                templates.Remove(template);
            return deleted.Count == 0
                ? GraphErrors.UnknownObject(http.Method, onlyId.Length == 0 ? name : onlyId).ToResult()
                : GraphJson.Success;
        });
    }

    public static IResult Edit(Template template, TemplateRequest request, TemplateChanges changes)
    {
        if (template.Status == "PENDING")
            return TemplateErrors.Locked.ToResult();

        var category = request.Category?.ToUpperInvariant() ?? template.Category;
        var edited = template with
        {
            Category = category,
            ParameterFormat = request.ParameterFormat?.ToUpperInvariant() ?? template.ParameterFormat,
            Components = AuthenticationTemplate.Complete(category, request.Components ?? template.Components),
        };
        if (TemplateRules.Check(edited) is { } wrong)
            return wrong.ToResult();

        changes.Edit(edited, inComponents: request.Components is not null);
        return GraphJson.Success;
    }

    private static string NewId() =>
        RandomNumberGenerator.GetInt32(1_000_000, 10_000_000).ToString(CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetInt32(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture);
}
