using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace MultiLine.Simulator.Tests.Harness;

/// <summary>A form that arrived about SMS.</summary>
internal sealed record ReceivedSms(string Url, IReadOnlyDictionary<string, string> Fields, string Signature, int Answered)
{
    public string? this[string name] => Fields.GetValueOrDefault(name);

    public bool IsSignedWith(string token)
    {
        var text = Url + string.Concat(Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // SHA-1 is what the protocol has.
        return Signature == Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}

/// <summary>The business's endpoints for SMS: a small real server that keeps every form.</summary>
internal sealed class SmsReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedSms> received = [];

    private SmsReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**any}", TakeAsync);
    }

    public string Url => app.Urls.Single();

    /// <summary>The status that forms are answered with.</summary>
    public int Answer { get; set; } = StatusCodes.Status200OK;

    public IReadOnlyList<ReceivedSms> All => [.. received];

    public IEnumerable<ReceivedSms> Taken => received.Where(form => form.Answered == StatusCodes.Status200OK);

    public static async Task<SmsReceiver> StartAsync()
    {
        var receiver = new SmsReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    public Task<ReceivedSms> Form(Func<ReceivedSms, bool> wanted, string missing) =>
        Eventually.Get(() => Task.FromResult(Taken.FirstOrDefault(wanted)), missing);

    public Task<ReceivedSms> Status(string sid, string status) =>
        Form(form => form["MessageSid"] == sid && form["MessageStatus"] == status, $"status {status} of {sid}");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        received.Enqueue(
            new ReceivedSms(
                request.GetEncodedUrl(),
                form.ToDictionary(field => field.Key, field => field.Value.ToString()),
                request.Headers["X-Twilio-Signature"].ToString(),
                Answer
            )
        );
        return Results.StatusCode(Answer);
    }
}
