using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;

namespace MultiLine.Grains.Contacts;

/// <summary>One alias. Two first messages at once ask the same grain, so both find the same contact.</summary>
[GrainType("contact-alias")]
public sealed class ContactAliasGrain(IAliasStore store) : Grain, IContactAliasGrain
{
    private (string Organization, string Alias) _key;
    private string? _holder;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var parts = this.GetPrimaryKeyString().Split('/', 2);
        _key = (parts[0], parts[1]);
        _holder = await store.FindAsync(_key.Organization, _key.Alias, cancellationToken);
    }

    public Task<string?> Holder() => Task.FromResult(_holder);

    public async Task<string> Claim(string contact) => _holder ??= await store.ClaimAsync(_key.Organization, _key.Alias, contact);
}
