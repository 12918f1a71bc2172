using System.Net;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>Bodies that no route takes, sent to each that takes any.</summary>
public sealed class BodyTests(RestingProduct resting) : BadInputTests(resting)
{
    private const int Depth = 10_000;
    private const int LargestBody = 64 * 1024;

    private static readonly Dictionary<string, Func<JsonRoute, string>> Malformed = new()
    {
        ["no JSON"] = _ => "hello",
        ["empty"] = _ => "",
        ["nothing but space"] = _ => " \n ",
        ["cut off"] = route => route.Body[..^1],
        ["cut off in a string"] = route => route.Body[..6],
        ["something behind it"] = route => route.Body + "}",
        ["two of them"] = route => route.Body + route.Body,
        ["a comment"] = route => "/* please */" + route.Body,
        ["a trailing comma"] = route => route.Body[..^1] + ",}",
        ["single quotation marks"] = route => route.Body.Replace('"', '\''),
        ["null"] = _ => "null",
        ["an array"] = route => $"[{route.Body}]",
        ["a string"] = _ => "\"hello\"",
        ["a number"] = _ => "7",
        ["true"] = _ => "true",
        ["no property"] = _ => "{}",
        ["an unknown property"] = route => route.Body[..^1] + ",\"colour\":\"red\"}",
        ["an unknown property that is half a character"] = route => route.Body[..^1] + ",\"\\ud83d\":1}",
        ["a property in another case"] = route => route.Body.Replace(route.First, route.First.ToUpperInvariant(), StringComparison.Ordinal),
        ["a doubled property"] = route => $"{route.Body[..^1]},\"{route.First}\":{route.Value}}}",
        ["an array as value"] = route => route.With($"[{route.Value}]"),
        ["an object as value"] = route => route.With($"{{\"value\":{route.Value}}}"),
        ["true as value"] = route => route.With("true"),
        ["a fraction as value"] = route => route.With("1.5"),
        ["a huge number as value"] = route => route.With("1e400"),
        ["a word as value"] = route => route.With("NaN"),
        ["half a character"] = route => route.With("\"Hello \\ud83d\""),
        ["the other half of a character"] = route => route.With("\"\\ude00 Hello\""),
        ["a control character"] = route => route.With("\"Hel\u0000lo\""),
        ["an unknown escape"] = route => route.With("\"Hel\\xlo\""),
        ["arrays in arrays, ten thousand deep"] = route => route.With(new string('[', Depth) + new string(']', Depth)),
        ["arrays in arrays that are not closed"] = _ => new string('[', Depth),
        ["an unknown property, deeper than anything that is known"] = route =>
            $"{route.Body[..^1]},\"colour\":{string.Concat(Enumerable.Repeat("{\"a\":", 200))}1{new string('}', 200)}}}",
    };

    private static readonly Dictionary<string, byte[]> NotUtf8 = new()
    {
        ["a lone continuation"] = [0x80],
        ["a broken pair"] = [0xC3, 0x28],
        ["an overlong slash"] = [0xC0, 0xAF],
        ["half a surrogate pair"] = [0xED, 0xA0, 0xBD],
        ["beyond Unicode"] = [0xF4, 0x90, 0x80, 0x80],
        ["cut off"] = [0xE2, 0x82],
        ["no byte of UTF-8"] = [0xFF],
        ["Latin-1"] = [0xE9],
    };

    public static TheoryData<string> MalformedBodies => [.. Malformed.Keys];

    public static TheoryData<string> BytesThatAreNotUtf8 => [.. NotUtf8.Keys];

    [Fact]
    public async Task Each_body_is_taken_up_to_the_limit_where_nothing_is_wrong_with_it()
    {
        var fresh = new RestingProduct();
        await fresh.InitializeAsync();
        try
        {
            List<string> wrong = [];
            foreach (var route in JsonRoute.All(fresh))
            {
                var client = route.Actor is null ? fresh.Shared.Product.Anonymous() : await fresh.Shared.SignedIn(route.Actor);
                var answer = await client.Call(route.Method, route.Path, Json(route.Body.PadRight(LargestBody)), NewKey());
                // Nobody was given this link.
                if (route.Actor is null ? answer.Status != HttpStatusCode.Unauthorized : !answer.Response.IsSuccessStatusCode)
                {
                    wrong.Add($"{route}: {(int)answer.Status} {answer.Text}");
                }
            }

            Assert.Empty(wrong);
        }
        finally
        {
            await fresh.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(MalformedBodies))]
    public Task A_body_that_makes_no_sense_is_refused_by_every_route(string what) =>
        Refused(400, "invalid_request", ToEach(route => Json(Malformed[what](route))));

    [Theory, MemberData(nameof(BytesThatAreNotUtf8))]
    public Task A_body_that_is_not_UTF8_is_refused_by_every_route(string what) =>
        Refused(400, "invalid_request", ToEach(route =>
        {
            var halves = route.With("\"Hello \u00A7\"").Split('\u00A7');
            return Typed([.. Encoding.UTF8.GetBytes(halves[0]), .. NotUtf8[what], .. Encoding.UTF8.GetBytes(halves[1])]);
        }));

    [Theory]
    [InlineData("\"Hel\\u0000lo\"")]
    [InlineData("\"   \"")]
    [InlineData("\"\"")]
    public Task A_text_that_says_nothing_or_holds_U0000_is_refused_by_every_route_that_keeps_it(string text) =>
        Refused(400, "invalid_request", ToEach(route => Json(route.With(text)), route => route.Actor is not null));

    [Fact]
    public Task A_body_in_another_encoding_is_refused_by_every_route() =>
        Refused(400, "invalid_request", ToEach(route => Typed(Encoding.Unicode.GetBytes(route.Body))));

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    public Task Another_content_type_is_refused_by_every_route(string? type) =>
        Refused(415, "invalid_request", ToEach(route => Typed(Encoding.UTF8.GetBytes(route.Body), type)));

    [Fact]
    public Task A_body_above_the_limit_is_refused_by_every_route() =>
        Refused(413, "invalid_request", ToEach(route => Json(route.Body.PadRight(LargestBody + 1))));

    [Fact]
    public Task A_method_that_an_address_does_not_know_is_refused() =>
        Refused(405, "invalid_request", JsonRoute.All(Resting)
            .Select(route => new Request($"DELETE {route.Path}", () => Call(route.Actor, HttpMethod.Delete, route.Path))));

    private IEnumerable<Request> ToEach(Func<JsonRoute, HttpContent> body, Func<JsonRoute, bool>? only = null) =>
        from route in JsonRoute.All(Resting)
        where only is null || only(route)
        select new Request($"{route}", () => Call(route.Actor, route.Method, route.Path, body(route)));
}
