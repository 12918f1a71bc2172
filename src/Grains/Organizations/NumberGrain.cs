using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>Remembers whose number it is; that nobody has it is asked anew each time.</summary>
[GrainType("number")]
public sealed class NumberGrain(IOrganizationStore store) : Grain, INumberGrain
{
    private LineKey? _owner;

    public async Task<LineKey?> GetOwner()
    {
        if (_owner is null && this.GetPrimaryKeyString().Split('/', 2) is [var channel, var number] && Channels.Parse(channel) is { } known)
        {
            _owner = await store.FindNumberAsync(known, number) is { } owner ? new LineKey(owner.Organization, owner.Line) : null;
        }

        return _owner;
    }
}

/// <summary>Remembers whose account it is; that nobody has it is asked anew each time.</summary>
[GrainType("whatsapp-account")]
public sealed class WhatsAppAccountGrain(IOrganizationStore store) : Grain, IWhatsAppAccountGrain
{
    private string? _organization;

    public async Task<string?> GetOrganization() => _organization ??= await store.FindWhatsAppAccountAsync(this.GetPrimaryKeyString());
}
