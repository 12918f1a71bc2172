using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;

namespace MultiLine.Grains.Conversations;

/// <summary>Two contacts that turned out to be one, and what they are called.</summary>
public sealed partial class ConversationGrain
{
    public async Task<bool> EndInto(string contact)
    {
        if (_conversation.Version == 0)
        {
            return false;
        }

        await Carry(new EndInto(contact), options.Value.Rules(firstMessageIsConsent: true));
        return true;
    }

    public async Task<string?> Absorb(string contact)
    {
        // It has ended, so that nothing but statuses and outcomes comes to its log any more: those change no standing.
        var ended = await journal.LoadAsync(Key with { Contact = contact });
        var around = await _surroundings.Look(person: null, Channel.WhatsApp);
        await Carry(
            new Absorb(contact, MergedStandings.Of(ended.State), ended.State.Aliases.With(around.Facts.Known)),
            around.Rules);
        return _conversation.State.MergedInto;
    }

    public async Task LearnAliases(string? phone, string? bsuid, DateTimeOffset at)
    {
        if (_conversation.Version > 0)
        {
            var told = new Aliases(phone, bsuid).AsOf(ProviderClock.InFavour(at, time.GetUtcNow()));
            await Carry(new LearnAliases(told), options.Value.Rules(firstMessageIsConsent: true));
        }
    }
}
