using System.Net;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Phones;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The conversation with one contact, from both ends: the person's pages and the contact's phone.</summary>
internal sealed class Talk
{
    private readonly Stage stage;

    private Talk(Stage stage, ContactPhone phone, string contact)
    {
        this.stage = stage;
        Phone = phone;
        Contact = contact;
    }

    public ContactPhone Phone { get; }

    /// <summary>Our own id of the contact.</summary>
    public string Contact { get; }

    /// <summary>The id of the message that was last answered with 202.</summary>
    public string NewestSent { get; private set; } = "";

    private string Thread => $"api/v1/lines/{stage.Options.Line}/threads/{Contact}";

    public static async Task<Talk> WithAsync(Stage stage, ContactPhone phone)
    {
        var created = await stage.User.PostAsync("api/v1/contacts", new { phone = phone.Number, name = phone.Name }).Is(HttpStatusCode.Created);
        Expect.Equal(phone.Number, created["phone"].Text(), "The contact's phone");
        return new Talk(stage, phone, created["id"].Text());
    }

    /// <summary>Where the conversation stands and what may be sent.</summary>
    public Task<Answer> SessionAsync() => stage.User.GetAsync($"{Thread}/session").Is(HttpStatusCode.OK);

    public Task<Answer> MessageAsync(string id) => stage.User.GetAsync($"{Thread}/messages/{id}").Is(HttpStatusCode.OK);

    /// <summary>As <see cref="MessageAsync"/>, for looking again and again.</summary>
    public Task<Answer> LookAtMessageAsync(string id) => stage.User.LookAsync($"{Thread}/messages/{id}").Is(HttpStatusCode.OK);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync() =>
        (await stage.User.LookAsync($"{Thread}/messages?limit=200").Is(HttpStatusCode.OK)).Items;

    public Task<Answer> ThreadAsync() => stage.User.GetAsync(Thread).Is(HttpStatusCode.OK);

    public Task<Answer> MarkReadAsync(long place) => stage.User.PostAsync($"{Thread}/read", new { place }).Is(HttpStatusCode.NoContent);

    /// <summary>The whole event log, as the compliance officer reads it.</summary>
    public async Task<IReadOnlyList<JsonElement>> LogAsync()
    {
        List<JsonElement> log = [];
        for (var after = "0"; after.Length > 0;)
        {
            var page = await stage.Compliance.LookAsync($"{Thread}/log?after={after}&limit=200").Is(HttpStatusCode.OK);
            log.AddRange(page.Items);
            after = page["next"].Text();
        }

        return log;
    }

    public Task<Answer> EvidenceAsync() => stage.User.GetAsync($"{Thread}/opt-in").Is(HttpStatusCode.OK);

    /// <summary>Sends a text.</summary>
    /// <param name="basis">Where the permission comes from, to let the opt-in request go first.</param>
    public Task<Answer> SendAsync(string text, string? basis = null, string? key = null) =>
        stage.User.PostAsync($"{Thread}/messages", Body(text, basis), key ?? NewKey());

    public Task<Answer> SendTemplateAsync(string name, string language, params string[] parameters) =>
        stage.User.PostAsync($"{Thread}/messages", new { channel = "whatsapp", template = new { name, language, parameters } }, NewKey());

    public Task<Answer> AskAsync(string basis) => stage.User.PostAsync($"{Thread}/opt-in", new { basis }, NewKey());

    /// <summary>The send was answered 202, and a read right afterwards has the message.</summary>
    /// <returns>The message's id.</returns>
    public async Task<string> TakenAsync(Task<Answer> send, string text)
    {
        var taken = await send.Is(HttpStatusCode.Accepted);
        var id = taken["message_id"].Text();
        var read = await MessageAsync(id);
        Expect.Equal(text, read["text"].Text(), "The text that a read right after the 202 shows");
        stage.Acknowledged.Add(this, id, text, read["status"].Text());
        return NewestSent = id;
    }

    /// <summary>The contact wrote, the webhook was answered 200, and a read right afterwards has the message.</summary>
    /// <param name="wamid">WhatsApp's id of the message.</param>
    /// <returns>The message as the product shows it.</returns>
    public async Task<JsonElement> HeardAsync(string wamid)
    {
        var message = (await MessagesAsync()).FirstOrDefault(message => message.Member("provider_message_id").Text() == wamid);
        Expect.That(message.ValueKind == JsonValueKind.Object, "a read right after the 200 has the contact's message");
        var (id, text) = (message.Member("message_id").Text(), message.Member("text").Text());
        Narrator.Say($"GET …/messages right after the 200 → “{text}”");
        stage.Acknowledged.Add(this, id, text, message.Member("status").Text());
        return message;
    }

    /// <summary>Waits until the message's status is this one.</summary>
    public async Task<Answer> BecomesAsync(string id, string status)
    {
        var message = await stage.Patience.UntilAsync(
            $"message {id} becomes {status}",
            async () => await LookAtMessageAsync(id) is var answer && answer["status"].Text() == status ? answer : null);
        Narrator.Say(message.ToString());
        return message;
    }

    /// <summary>
    /// The message reaches the phone, once. If the product was killed just when it called WhatsApp, nobody can know whether it did; then the
    /// product says so after a while and the person sends the message again.
    /// </summary>
    public async Task ArrivesAsync(string id, string text)
    {
        var ended = await stage.Patience.UntilAsync(
            $"message {id} arrives",
            async () => await LookAtMessageAsync(id) is var answer && HasEnded(answer) ? answer : null);
        if (ended["status"].Text() == "outcome_unknown")
        {
            Expect.That(stage.Options.KillAfter is not null, "only a kill leaves the outcome of an attempt unknown");
            Narrator.Say(ended.ToString());
            await stage.User.PostAsync($"{Thread}/messages/{id}/retry", body: null, NewKey()).Is(HttpStatusCode.Accepted);
        }

        await Phone.ReceivesAsync(text);
        await BecomesAsync(id, "delivered");
        Expect.Equal(1, (await Phone.ReceivedAsync()).Count(message => message.Body == text), "How often the phone shows the message");
    }

    private static bool HasEnded(Answer message) => message["status"].Text() is "delivered" or "read" or "outcome_unknown";

    private static object Body(string text, string? basis) => basis is null
        ? new { channel = "whatsapp", text }
        : new { channel = "whatsapp", text, opt_in = new { basis } };

    private static string NewKey() => Guid.NewGuid().ToString();
}
