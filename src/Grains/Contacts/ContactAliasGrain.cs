using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;

namespace MultiLine.Grains.Contacts;

/// <summary>Remembers who has an alias; that nobody has it is asked anew each time.</summary>
[GrainType("contact-alias")]
public sealed class ContactAliasGrain(IAliasStore store) : Grain, IContactAliasGrain
{
    private string? _holder;

    private string Organization => this.GetPrimaryKeyString().Split('/', 2)[0];

    public async Task<string?> Holder(string alias) => _holder ??= await store.FindAsync(Organization, alias);

    public async Task<string?> Move(string alias, string from, string to)
    {
        _holder = null;
        return _holder = await store.MoveAsync(Organization, alias, from, to);
    }

    public async Task Release(string alias, string contact)
    {
        _holder = null;
        await store.ReleaseAsync(Organization, alias, contact);
    }
}
