using MultiLine.Simulator.Graph.Accounts;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Media;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>/{id}</c>: a phone number, a template, a file or an account, whichever has the id.</summary>
internal static class NodeEndpoint
{
    public static IResult Get(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        NumbersEndpoint numbersEndpoint,
        TemplateCatalog templates,
        MediaStore media,
        MediaUrls urls,
        SimulatorOptions options
    )
    {
        if (numbers.Find(id) is { } number)
            return numbersEndpoint.Show(number, http);
        if (templates.Find(id) is { } template)
            return GraphJson.Reply(TemplateView.Of(template));
        if (media.Find(id) is { } medium)
            return MediaEndpoint.Show(medium, http, urls);
        return numbers.HasWaba(id)
            ? GraphJson.Reply(AccountView.Of(id, http, numbers, options))
            : GraphErrors.UnknownObject(http.Method, id).ToResult();
    }

    public static async Task<IResult> PostAsync(string id, HttpRequest http, TemplateCatalog templates, TemplateChanges changes)
    {
        if (templates.Find(id) is not { } template)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        return (await RequestBody.ReadAsync<TemplateRequest>(http)).IsRefused(out var refusal, out var request)
            ? refusal.ToResult()
            : TemplatesEndpoint.Edit(template, request, changes);
    }
}
