using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>
/// Knows whose number it is. A number may move to another line or organisation at any time, so its owner is believed for a moment only; that
/// nobody has it is asked anew each time.
/// </summary>
[GrainType("number")]
public sealed class NumberGrain(IOrganizationStore store, TimeProvider time) : Grain, INumberGrain
{
    private readonly Believed<LineKey> _owner = new(time);

    public async Task<LineKey?> GetOwner()
    {
        if (_owner.Value is { } known)
        {
            return known;
        }

        var owner = this.GetPrimaryKeyString().Split('/', 2) is [var channel, var number] && Channels.Parse(channel) is { } parsed
            ? await store.FindNumberAsync(parsed, number)
            : null;
        return _owner.Value = owner is null ? null : new LineKey(owner.Organization, owner.Line);
    }
}
