using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>A route that takes a body of JSON, with one that makes sense.</summary>
/// <param name="Actor">Who may call it; null is somebody who is not signed in.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its address.</param>
/// <param name="First">The name of the first property.</param>
/// <param name="Value">Its value, as JSON.</param>
/// <param name="Rest">The other properties, each behind a comma.</param>
internal sealed record JsonRoute(Actor? Actor, HttpMethod Method, string Path, string First, string Value, string Rest = "")
{
    public string Body => With(Value);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<JsonRoute> All(RestingProduct resting) =>
    [
        new(Cast.Ann, HttpMethod.Post, $"{resting.Maria.Thread}/messages", "text", "\"Hello\"", ",\"channel\":\"whatsapp\""),
        new(Cast.Ann, HttpMethod.Post, $"{resting.Maria.Thread}/opt-in", "basis", "\"form\""),
        new(Cast.Ann, HttpMethod.Post, $"{resting.Maria.Thread}/read", "place", "1"),
        new(Cast.Ann, HttpMethod.Post, "/api/v1/contacts", "phone", "\"+49 30 901820\"", ",\"name\":\"Maria Keller\""),
        new(Cast.Ann, HttpMethod.Patch, $"/api/v1/contacts/{resting.Maria.Id}", "name", "\"Another\""),
        new(
            Cast.Administrator, HttpMethod.Post, "/api/v1/templates", "body", "\"Hello.\"",
            ",\"name\":\"hello\",\"language\":\"en\",\"category\":\"UTILITY\""),
        new(
            Cast.Administrator, HttpMethod.Put, "/api/v1/opt-in-template", "body", "\"May we?\"",
            ",\"language\":\"en\",\"accept\":\"Yes\",\"decline\":\"No\""),
        new(Cast.Administrator, HttpMethod.Patch, "/api/v1/organization", "sms_disclaimer", "\"STOP ends it.\"", ",\"whatsapp_enabled\":false"),
        new(Cast.Administrator, HttpMethod.Patch, "/api/v1/lines/sales", "name", "\"Another name\""),
        new(
            Cast.Administrator, HttpMethod.Put, $"/api/v1/numbers/{Cast.SalesNumber}/profile", "about", "\"Advice\"",
            ",\"websites\":[\"https://example.com\"]"),
        new(Cast.Administrator, HttpMethod.Post, "/api/v1/people", "name", "\"Nora Field\"", ",\"roles\":[\"user\"],\"lines\":[\"sales\"]"),
        new(Cast.Administrator, HttpMethod.Patch, "/api/v1/people/ben", "name", "\"Ben Another\"", ",\"whatsapp_enabled\":false"),
        new(null, HttpMethod.Post, "/api/v1/sign-in", "token", "\"abc\""),
    ];

    /// <summary>The body with another value of the first property.</summary>
    public string With(string value) => $$"""{"{{First}}":{{value}}{{Rest}}}""";

    public override string ToString() => $"{Method} {Path}";
}
