using MultiLine.Domain;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Messages;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Grains.Conversations;

/// <summary>What the contact is shown of our reading and typing.</summary>
public sealed partial class ConversationGrain
{
    private const int LastMessages = 20;

    /// <summary>Shorter than the provider shows it, so that it does not stop while somebody goes on.</summary>
    private static readonly TimeSpan TypingAgainAfter = TimeSpan.FromSeconds(20);

    private Receipt? _shown;
    private long _shownAt;

    public async Task<Receipt?> FindReceipt(ReceiptRequest request)
    {
        var around = await _surroundings.Look(request.Person, Channel.WhatsApp);
        if (around.Facts is not { Number: { } number, MergedInto: null } || _conversation.State[Channel.WhatsApp].Consent.Status.IsRefused())
        {
            return null;
        }

        var views = await journal.ReadThreadAsync(Key, request.Place is { } place ? place + 1 : long.MaxValue, LastMessages);
        if (views.FirstOrDefault(IsRead) is not { } newest || newest.Number != number)
        {
            return null;
        }

        var receipt = new Receipt(number, newest.ProviderMessageId!, request.Typing);
        if (WasShown(receipt))
        {
            return null;
        }

        (_shown, _shownAt) = (receipt, time.GetTimestamp());
        return receipt;
    }

    /// <summary>Voicemail comes as a message and has the id of a call, which can't be read.</summary>
    private static bool IsRead(MessageView view) =>
        view is { Inbound: true, Channel: Channel.WhatsApp, Call: null, ProviderMessageId: { } id } && !id.StartsWith("wacid.", StringComparison.Ordinal);

    private bool WasShown(Receipt receipt) =>
        receipt.ProviderMessageId == _shown?.ProviderMessageId
        && (!receipt.Typing || _shown.Typing && time.GetElapsedTime(_shownAt) < TypingAgainAfter);
}
