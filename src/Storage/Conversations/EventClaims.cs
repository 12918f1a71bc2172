using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Conversations;

/// <summary>What a step claims, so that nothing in it is ever taken a second time.</summary>
internal static class EventClaims
{
    public static IEnumerable<Claim> Of(ConversationKey conversation, long version, JournalEntry entry)
    {
        if (entry.Request is { } request)
        {
            yield return new Claim(ClaimScopes.Request(request.Organization, request.Person), request.Key, FirstMessage(version, entry));
        }

        foreach (var (e, index) in entry.Events.Select((e, index) => (e, index)))
        {
            var at = version + index + 1;
            switch (e)
            {
                case MessageReceived received:
                    yield return new Claim(ClaimScopes.Received(received.Channel, received.Number), received.ProviderMessageId, at);
                    break;
                case ReactionReceived reaction:
                    yield return new Claim(ClaimScopes.Received(reaction.Channel, reaction.Number), reaction.ProviderMessageId, at);
                    break;
                case MessageEdited edited:
                    yield return new Claim(ClaimScopes.Received(edited.Channel, edited.Number), edited.ProviderMessageId, at);
                    break;
                case MessageRevoked revoked:
                    yield return new Claim(ClaimScopes.Received(revoked.Channel, revoked.Number), revoked.ProviderMessageId, at);
                    break;
                case MessageEchoed echoed:
                    yield return new Claim(ClaimScopes.Sent(echoed.Channel, echoed.Number), echoed.ProviderMessageId, at);
                    break;
                case CallRecorded call:
                    yield return new Claim(ClaimScopes.Call(call.Channel, call.Number), call.CallId, at);
                    yield return new Claim(ClaimScopes.CallEvent(call.Channel, call.Number), $"{call.CallId}:{call.Happened}", at);
                    break;
                case CallUpdated call:
                    yield return new Claim(ClaimScopes.CallEvent(call.Channel, call.Number), $"{call.CallId}:{call.Happened}", at);
                    break;
                case MarketingPreferenceChanged preference:
                    var key = $"{conversation.Contact}:{(preference.Stopped ? "stop" : "resume")}:{preference.ProviderAt.ToUnixTimeSeconds()}";
                    yield return new Claim(ClaimScopes.Preference(preference.Channel, preference.Number), key, at);
                    break;
                case MessageBlocked when entry.Blocked is { } blocked:
                    yield return new Claim(ClaimScopes.Blocked(blocked.Organization, blocked.Person), blocked.Key, at);
                    break;
                case AttemptStarted started:
                    yield return new Claim(ClaimScopes.Attempt(started.Channel, started.Number), started.AttemptId, at);
                    break;
                case MessageSent sent:
                    yield return new Claim(ClaimScopes.Sent(sent.Channel, sent.Number), sent.ProviderMessageId, at);
                    break;
                case StatusReceived status:
                    yield return new Claim(ClaimScopes.Status(status.Channel, status.Number), $"{status.ProviderMessageId}:{status.Word ?? Word(status.Status)}", at);
                    break;
            }
        }
    }

    private static string Word(DeliveryStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>A request's claim points at the message that the person wrote, which is the last to be accepted or queued.</summary>
    private static long FirstMessage(long version, JournalEntry entry)
    {
        for (var index = entry.Events.Count - 1; index > 0; index--)
        {
            if (entry.Events[index] is MessageAccepted or MessageQueued)
            {
                return version + index + 1;
            }
        }

        return version + 1;
    }
}
