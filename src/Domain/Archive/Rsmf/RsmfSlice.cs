using System.Globalization;

namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>What goes into one file: a conversation's items of one day, or fewer where there are many.</summary>
/// <param name="Day">In the zone of the options.</param>
/// <param name="Part">From 1; more than one where a day is too much for a file.</param>
/// <param name="Items">By the time at which they happened.</param>
public sealed record RsmfSlice(DateOnly Day, int Part, IReadOnlyList<ArchivedItem> Items)
{
    /// <summary>For example <c>acme.private-clients.k7.2026-03-02.rsmf</c>; a second part of the day has <c>.2</c> before the end.</summary>
    public string FileName(ConversationKey key)
    {
        var part = Part == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{Part}");
        return string.Create(CultureInfo.InvariantCulture, $"{key.Organization}.{key.Line}.{key.Contact}.{Day:yyyy-MM-dd}{part}.rsmf");
    }

    /// <summary>Cuts a conversation; what happened to a message later stays with the message.</summary>
    public static IReadOnlyList<RsmfSlice> Of(ArchivedConversation conversation, RsmfOptions options)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(options);
        var times = new ArchiveTimes(options.Zone);
        return
        [
            .. conversation.Items
                .OrderBy(item => item.Record.OccurredAt).ThenBy(item => item.Record.Version)
                .GroupBy(item => times.Day(item.Record.OccurredAt))
                .SelectMany(day => Parts([.. day], options).Select((items, index) => new RsmfSlice(day.Key, index + 1, items))),
        ];
    }

    private static IEnumerable<IReadOnlyList<ArchivedItem>> Parts(IReadOnlyList<ArchivedItem> day, RsmfOptions options)
    {
        List<ArchivedItem> part = [];
        var bytes = 0L;
        foreach (var item in day)
        {
            var more = RsmfWriter.FilesOf(item).Sum(file => (long)file.Bytes!.Value.Length);
            if (part.Count > 0 && (part.Count == options.MostEvents || bytes + more > options.MostBytes))
            {
                yield return part;
                (part, bytes) = ([], 0);
            }

            part.Add(item);
            bytes += more;
        }

        yield return part;
    }
}
