using System.Collections;
using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;

namespace MultiLine.StepKill;

/// <summary>What a call is about, by what it was given: types of events, conversations, followers, keys.</summary>
internal static class Words
{
    public static IReadOnlyCollection<string> Of(IEnumerable<object?> arguments) => [.. arguments.SelectMany(Of).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(object? argument) => argument switch
    {
        string word => word.Split(' '),
        ConversationKey conversation => [conversation.ToString()],
        AppendRequest request => [request.Conversation.ToString(), .. request.Events.Select(e => e.Type)],
        LedgerEntry entry => [entry.Conversation.ToString()],
        FollowerMark mark => [mark.Conversation.ToString()],
        IEnumerable several => several.Cast<object?>().SelectMany(Of),
        _ => [],
    };
}
