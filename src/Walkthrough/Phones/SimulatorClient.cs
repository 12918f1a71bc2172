using System.Net.Http.Json;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;

namespace MultiLine.Walkthrough.Phones;

/// <summary>The control side of the simulator: the contacts' phones, the reviewer of templates and what webhooks came to.</summary>
internal sealed class SimulatorClient(Uri address, Patience patience) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public Patience Patience => patience;

    /// <summary>A phone that doesn't show messages as read until it is opened.</summary>
    public async Task<ContactPhone> NewPhoneAsync(string number, string name, bool onWhatsApp = true)
    {
        await PostAsync("phones", new { number, name, onWhatsApp, autoRead = false });
        return new ContactPhone(this, number, name);
    }

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>($"control/{path}");

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"control/{path}", body);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new DiffersException($"The simulator refused {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Waits until the product has answered 200 to the webhook about this message of a contact.</summary>
    public Task TakenAsync(string messageId) => patience.UntilAsync(
        "the product answers the webhook with 200",
        async () => (await GetAsync($"messages/{messageId}")).Member("webhooks").List() is { Count: > 0 } webhooks
            && webhooks.All(webhook => webhook.Member("outcome").Text() == "200"));

    /// <summary>The template as the reviewer sees it, once it lies there.</summary>
    /// <param name="body">Part of its body.</param>
    public async Task<ReviewedTemplate> TemplateAsync(string body) => await patience.UntilAsync(
        $"a template with “{body}” lies with the reviewer",
        async () => (await GetAsync("templates")).List()
            .Where(template => template.Member("components").List().Any(component => component.Member("text").Text().Contains(body, StringComparison.Ordinal)))
            .Select(template => new ReviewedTemplate(template.Member("id").Text(), template.Member("name").Text(), template.Member("status").Text()))
            .LastOrDefault());

    /// <param name="verdict">APPROVED or REJECTED.</param>
    public Task DecideAsync(ReviewedTemplate template, string verdict, string? reason = null) =>
        PostAsync($"templates/{template.Id}/verdict", new { @event = verdict, reason });

    public void Dispose() => http.Dispose();
}

internal sealed record ReviewedTemplate(string Id, string Name, string Status);
