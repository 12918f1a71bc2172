using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>What there is not, and what there is at another firm: nobody can tell the one from the other.</summary>
public sealed class ForeignTests(RestingProduct resting) : BadInputTests(resting)
{
    private const string Unknown = "c0000000000000000000000000";

    /// <summary>As a person of Northwind Bank. <c>{line}</c>, <c>{contact}</c> and <c>{message}</c> are replaced.</summary>
    private static readonly (Actor Actor, string Method, string Path, string? Body)[] Calls =
    [
        (Cast.Ann, "GET", "/api/v1/contacts/{contact}", null),
        (Cast.Ann, "PATCH", "/api/v1/contacts/{contact}", """{"name":"Taken"}"""),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}", null),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}/session", null),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}/messages", null),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}/messages/{message}", null),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}/messages/{message}/media", null),
        (Cast.Ann, "GET", "/api/v1/lines/{line}/threads/{contact}/opt-in", null),
        (Cast.Compliance, "GET", "/api/v1/lines/{line}/threads/{contact}/log", null),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/read", """{"place":1}"""),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/messages", """{"channel":"whatsapp","text":"Hello"}"""),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/messages", """{"channel":"sms","text":"Hello"}"""),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/messages/{message}/retry", null),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/messages/{message}/sms", null),
        (Cast.Ann, "POST", "/api/v1/lines/{line}/threads/{contact}/opt-in", """{"basis":"form"}"""),
    ];

    [Fact]
    public Task A_contact_that_there_is_not_is_not_found() => Refused(404, "not_found", Each("sales", Unknown, Resting.Message));

    [Fact]
    public Task A_contact_of_another_firm_is_not_found() => Refused(404, "not_found", Each("sales", Resting.Lena.Id, Resting.ForeignMessage));

    [Fact]
    public Task A_line_of_another_firm_is_not_found() => Refused(404, "not_found",
    [
        .. Each("harbour", Resting.Lena.Id, Resting.ForeignMessage, "{line}"),
        .. Each("harbour", Resting.Maria.Id, Resting.Message, "{line}"),
        .. Each("nowhere", Resting.Maria.Id, Resting.Message, "{line}"),
        new("The threads of a line", () => Call(Cast.Ann, HttpMethod.Get, "/api/v1/lines/harbour/threads")),
        new("The events of a line", () => Call(Cast.Ann, HttpMethod.Get, "/api/v1/lines/harbour/events")),
    ]);

    [Fact]
    public Task A_message_of_another_firm_or_of_nobody_is_not_found() => Refused(404, "not_found",
    [
        .. Each("sales", Resting.Maria.Id, Resting.ForeignMessage, "{message}"),
        .. Each("sales", Resting.Maria.Id, Unknown, "{message}"),
        .. Each("sales", Resting.Maria.Id, "%FF", "{message}"),
        .. Each("sales", Resting.Maria.Id, "4915112345678", "{message}"),
    ]);

    [Fact]
    public async Task What_another_firm_has_is_answered_to_the_letter_like_what_there_is_not()
    {
        var (lena, message) = (Resting.Lena.Id, Resting.ForeignMessage);
        IEnumerable<Request> foreign = [.. Each("sales", lena, message), .. Each("harbour", lena, message, "{line}")];
        IEnumerable<Request> unknown = [.. Each("sales", Unknown, Unknown), .. Each("nowhere", Unknown, Unknown, "{line}")];

        foreach (var (there, nowhere) in foreign.Zip(unknown))
        {
            Assert.Equal((await nowhere.Send()).Text, (await there.Send()).Text);
        }
    }

    [Fact]
    public async Task A_template_of_another_firm_can_not_be_sent()
    {
        (await (await As(Cast.ForeignAdministrator)).Get($"/api/v1/templates/{Resting.Template}/en_US")).IsProblem(404, "not_found");
        var thread = $"/api/v1/lines/harbour/threads/{Resting.Lena.Id}/messages";
        var body = $$$"""{"channel":"whatsapp","template":{"name":"{{{Resting.Template}}}","language":"en_US","parameters":["Lena","Tuesday"]}}""";
        await Refused(409, "template_not_approved", () => Call(Cast.ForeignUser, HttpMethod.Post, thread, Json(body)));
    }

    /// <param name="line">In place of <c>{line}</c>.</param>
    /// <param name="contact">In place of <c>{contact}</c>.</param>
    /// <param name="message">In place of <c>{message}</c>.</param>
    /// <param name="about">Only the calls that name it.</param>
    private IEnumerable<Request> Each(string line, string contact, string message, string about = "{contact}") =>
        from call in Calls
        where call.Path.Contains(about, StringComparison.Ordinal)
        let path = call.Path.Replace("{line}", line, StringComparison.Ordinal)
            .Replace("{contact}", contact, StringComparison.Ordinal)
            .Replace("{message}", message, StringComparison.Ordinal)
        select new Request(
            $"{call.Method} {path}",
            () => Call(call.Actor, new HttpMethod(call.Method), path, call.Body is null ? null : Json(call.Body)));
}
