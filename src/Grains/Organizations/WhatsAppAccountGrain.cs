using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Webhooks;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>Knows whose account it is, as <see cref="NumberGrain"/> knows it of numbers, and keeps what the provider says of it.</summary>
[GrainType("whatsapp-account")]
public sealed class WhatsAppAccountGrain(
    [PersistentState("standing", StateStores.Grains)] IPersistentState<WhatsAppAccountState> state,
    IOrganizationStore store,
    TimeProvider time) : Grain, IWhatsAppAccountGrain
{
    private readonly Believed<string> _organization = new(time);

    private string Id => this.GetPrimaryKeyString();

    public async Task<string?> GetOrganization() => _organization.Value ??= await store.FindWhatsAppAccountAsync(Id);

    public async Task<string?> Report(IReadOnlyList<AccountFact> facts)
    {
        if (await GetOrganization() is null)
        {
            return RawReasons.UnknownAccount;
        }

        var before = state.State;
        if (before.After(facts) is not { } after)
        {
            return null;
        }

        try
        {
            state.State = after;
            await state.WriteStateAsync();
        }
        catch
        {
            // What is not stored is not there: the notice comes again.
            state.State = before;
            throw;
        }

        return null;
    }

    // Lists and not collection expressions: the compiler's own list type has no serializer.
    public async Task<AccountStanding> GetStanding() =>
        new(Id, await GetOrganization(), state.State.Facts.ToList(), state.State.Recent.ToList());
}
