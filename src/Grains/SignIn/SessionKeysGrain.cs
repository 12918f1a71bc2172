using System.Text;
using MultiLine.Grains.Interfaces.SignIn;
using MultiLine.Storage.Content;

namespace MultiLine.Grains.SignIn;

/// <summary>Keeps what the servers share. Whoever could read a key could sign in as anybody, so it is sealed like content.</summary>
[GrainType("session-keys")]
public sealed class SessionKeysGrain(
    [PersistentState("session-keys", StateStores.Grains)] IPersistentState<SessionKeysState> state, ContentSealer sealer) : Grain, ISessionKeysGrain
{
    public async Task<IReadOnlyList<string>> Read()
    {
        List<string> keys = [];
        foreach (var (name, key) in state.State.Sealed)
        {
            keys.Add(Encoding.UTF8.GetString(await sealer.OpenAsync(this.GetPrimaryKeyString(), SealingContext.SessionKey(name), key)));
        }

        return keys;
    }

    public async Task Keep(string name, string xml)
    {
        var key = await sealer.SealAsync(this.GetPrimaryKeyString(), SealingContext.SessionKey(name), Encoding.UTF8.GetBytes(xml));
        if (!state.State.Sealed.TryAdd(name, key))
        {
            return;
        }

        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // What is not stored is not there.
            state.State.Sealed.Remove(name);
            throw;
        }
    }
}
