using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;

namespace MultiLine.Grains.Contacts;

/// <summary>Remembers who has an alias; that nobody has it is asked anew each time.</summary>
[GrainType("contact-alias")]
public sealed class ContactAliasGrain(IAliasStore store) : Grain, IContactAliasGrain
{
    private string? _holder;

    public async Task<string?> Holder(string alias) => _holder ??= await store.FindAsync(this.GetPrimaryKeyString().Split('/', 2)[0], alias);
}
