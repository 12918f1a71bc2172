using System.Text;
using MultiLine.Domain;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Tests.Contracts;

/// <summary>Short ways to write down what the tests append.</summary>
internal static class Steps
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly ConversationKey Anna = new("acme", "sales", "anna");
    public static readonly ConversationKey Bert = new("acme", "sales", "bert");
    public static readonly ConversationKey Cora = new("acme", "sales", "cora");

    public static LogRow Event(long version, string? message = null) =>
        new(version, "message-received", 1, message, Noon.AddSeconds(version), null, Encoding.UTF8.GetBytes($$"""{"n":{{version}}}"""));

    /// <summary>A step of <paramref name="count"/> events after <paramref name="expected"/>.</summary>
    public static AppendRequest Step(ConversationKey conversation, long expected, int count = 1) => new()
    {
        Conversation = conversation,
        ExpectedVersion = expected,
        Events = [.. Enumerable.Range(1, count).Select(i => Event(expected + i))],
    };

    public static async Task<long> MustAppendAsync(this IConversationLog log, AppendRequest request) =>
        Assert.IsType<AppendResult.Appended>(await log.AppendAsync(request)).Version;

    public static Task<IReadOnlyList<LogRow>> ReadAllAsync(this IConversationLog log, ConversationKey conversation) =>
        log.ReadAsync(conversation, 0, int.MaxValue);
}
