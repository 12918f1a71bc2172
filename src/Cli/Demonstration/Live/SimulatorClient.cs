using System.Text.Json;
using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Domain.Templates;

namespace MultiLine.Cli.Demonstration.Live;

/// <summary>The simulator's phones, and its Graph API as a business uses it in Meta's console. See docs/simulator.md.</summary>
internal sealed class SimulatorClient(Uri address, string accessToken) : IDisposable
{
    private const string GraphVersion = "v25.0";
    private const int MostTemplates = 250;

    private readonly JsonClient _http = new("The simulator", address) { BearerToken = accessToken };

    public async Task<bool> HasNumberAsync(string phoneNumberId, CancellationToken cancellationToken) =>
        (await _http.GetAsync("control/health", cancellationToken)).GetProperty("numbers").EnumerateArray()
            .Any(number => number.GetProperty("id").GetString() == phoneNumberId);

    /// <summary>Whether every webhook so far was answered.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken cancellationToken) =>
        (await _http.GetAsync("control/health", cancellationToken)).GetProperty("pendingWebhooks").GetInt64() == 0;

    /// <summary>Makes a phone, or makes the one that there is like this.</summary>
    public Task GiveAsync(Phone phone, CancellationToken cancellationToken) => _http.PostCamelCaseAsync(
        "control/phones",
        new { phone.Number, phone.Name, phone.OnWhatsApp, AutoRead = true, phone.Username, PhoneWithheld = phone.Username is not null },
        cancellationToken);

    public async Task<bool> HasWrittenAsync(string phone, string text, CancellationToken cancellationToken) =>
        (await _http.GetAsync($"control/phones/{phone}/inbox", cancellationToken)).EnumerateArray()
            .Any(message => message.GetProperty("from").GetString() == "contact" && message.GetProperty("body").GetString() == text);

    public Task WriteAsync(string phone, string text, string phoneNumberId, CancellationToken cancellationToken) =>
        _http.PostCamelCaseAsync($"control/phones/{phone}/messages", new { Text = text, To = phoneNumberId }, cancellationToken);

    /// <summary>Status by name, such as PENDING or APPROVED.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TemplatesAsync(string account, CancellationToken cancellationToken) =>
        (await _http.GetAsync($"{Templates(account)}?limit={MostTemplates}", cancellationToken)).GetProperty("data").EnumerateArray()
            .ToDictionary(template => Text(template, "name"), template => Text(template, "status"), StringComparer.Ordinal);

    /// <param name="account">The business account.</param>
    /// <param name="template">What to submit.</param>
    /// <param name="examples">One for each variable, for the reviewer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SubmitAsync(string account, MessageTemplate template, IReadOnlyList<string> examples, CancellationToken cancellationToken)
    {
        List<object> components = [new { Type = "BODY", Text = template.Body, Example = new { BodyText = new[] { examples } } }];
        if (!template.Buttons.IsEmpty)
            components.Add(new { Type = "BUTTONS", Buttons = template.ButtonTitles.Select(text => new { Type = "QUICK_REPLY", Text = text }) });
        return _http.PostAsync(
            Templates(account), new { template.Name, template.Language, template.Category, Components = components }, cancellationToken);
    }

    /// <summary>Fills in the profile that contacts see.</summary>
    public Task PresentAsync(string phoneNumberId, Profile profile, CancellationToken cancellationToken) => _http.PostAsync(
        $"{GraphVersion}/{phoneNumberId}/whatsapp_business_profile",
        new { MessagingProduct = "whatsapp", profile.About, profile.Description, Websites = new[] { profile.Website }, Vertical = "FINANCE" },
        cancellationToken);

    public void Dispose() => _http.Dispose();

    private static string Templates(string account) => $"{GraphVersion}/{account}/message_templates";

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

/// <param name="Number">E.164.</param>
/// <param name="Name">The profile name.</param>
/// <param name="OnWhatsApp">Whether WhatsApp is on it.</param>
/// <param name="Username">Of somebody who hides the number.</param>
internal sealed record Phone(string Number, string Name, bool OnWhatsApp = true, string? Username = null)
{
    public static Phone Of(Client client) => new(client.Phone, client.Name, client.OnWhatsApp);
}
