using System.Globalization;
using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>Steps that leave something in each table, so that half of one would show.</summary>
internal static class WholeSteps
{
    public const int Events = 2;

    private const string Follower = "archive/acme/0";

    public static ConversationKey Contact(int index) => Anna with { Contact = string.Create(CultureInfo.InvariantCulture, $"c{index}") };

    public static AppendRequest Whole(ConversationKey conversation, long expected) => Step(conversation, expected, Events) with
    {
        Claims = [new Claim(conversation.Contact, ClaimOf(expected + Events), expected + Events)],
        Content = new Dictionary<long, byte[]> { [expected + 1] = [1, 2, 3], [expected + Events] = new byte[10_000] },
        Followers = [Follower],
    };

    /// <summary>What is there is so at least up to a version, and made of whole steps.</summary>
    /// <returns>Its version.</returns>
    public static async Task<long> MustHoldAsync(this StorageUnderTest storage, ConversationKey conversation, long acknowledged)
    {
        var log = storage.Port<IConversationLog>();
        var rows = await log.ReadAllAsync(conversation);
        Assert.True(rows.Count >= acknowledged, $"{conversation}: {acknowledged} was acknowledged, and {rows.Count} are left.");
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(version => Event(version).Version), rows.Select(row => row.Version));
        Assert.True(rows.Count % Events == 0, $"{conversation}: of a step of {Events} events there is a part.");
        Assert.Equal(rows.Count, (await log.ReadContentAsync(conversation, [.. rows.Select(row => row.Version)])).Count);
        for (var version = Events; version <= rows.Count; version += Events)
            Assert.Equal(version, (await log.FindClaimAsync(conversation.Contact, ClaimOf(version)))?.Version);
        Assert.Null(await log.FindClaimAsync(conversation.Contact, ClaimOf(rows.Count + Events)));
        var marks = await storage.Port<IFollowerMarks>().ReadAsync(Follower, 0, 100);
        Assert.Equal(rows.Count, marks.SingleOrDefault(mark => mark.Conversation == conversation)?.Version ?? 0);
        return rows.Count;
    }

    private static string ClaimOf(long version) => version.ToString(CultureInfo.InvariantCulture);
}
