using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>What tests of nonsense say to the product, and how they see that nothing has changed.</summary>
[Collection(RestingProductTests.Name)]
public abstract class BadInputTests(RestingProduct resting) : ProductTests(resting.Shared)
{
    internal RestingProduct Resting => resting;

    /// <summary>Sends each of these and expects this problem, in its full form; afterwards everything is as it was.</summary>
    internal async Task Refused(int status, string code, params IEnumerable<Request> requests)
    {
        var before = await Facts.Of(Product);
        List<string> wrong = [];
        foreach (var (what, send) in requests)
        {
            var answer = await send();
            if ((int)answer.Status != status || Code(answer) != code)
            {
                wrong.Add($"{what}: {(int)answer.Status} {answer.Text}");
            }
            else
            {
                answer.IsProblem(status, code);
            }
        }

        Assert.Empty(wrong);
        Assert.Empty((await Facts.Of(Product)).ChangedSince(before));
    }

    internal Task Refused(int status, string code, Func<Task<Answer>> send) => Refused(status, code, [new("It", send)]);

    /// <summary>Sends something that is taken and kept raw for this reason; otherwise everything is as it was.</summary>
    internal async Task KeptRaw(Func<Task<Answer>> send, string mark, string reason)
    {
        var before = await Facts.Of(Product);

        (await send()).Is(HttpStatusCode.OK);

        Assert.Equal(["raw_inbox"], (await Facts.Of(Product)).ChangedSince(before));
        var otto = await As(Cast.Operator);
        var newest = (await otto.Get("/api/v1/raw-inbox?limit=1")).Is(HttpStatusCode.OK).Json["items"]![0]!;
        Assert.Equal(reason, (string?)newest["reason"]);
        var kept = (await otto.Get($"/api/v1/raw-inbox/{newest["id"]}")).Is(HttpStatusCode.OK).Json;
        Assert.Contains(mark, (string)kept["body"]!, StringComparison.Ordinal);
    }

    internal async Task<Answer> Call(Actor? actor, HttpMethod method, string path, HttpContent? body = null, string? key = null) =>
        await (actor is null ? Anonymous() : await As(actor)).Call(method, path, body, key ?? NewKey());

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    internal static ByteArrayContent Typed(byte[] body, string? type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static string? Code(Answer answer) => answer.Text.StartsWith('{') ? answer.Code : null;
}
