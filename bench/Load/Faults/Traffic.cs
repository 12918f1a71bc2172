using System.Globalization;
using MultiLine.Load.Running;

namespace MultiLine.Load.Faults;

/// <summary>
/// What goes on while the product is being killed: webhooks with repeats, disorder and batches, and people who send and repeat with the same
/// key until they are answered. It remembers what was acknowledged.
/// </summary>
/// <param name="servers">Where webhooks go, a share to each.</param>
/// <param name="users">Somebody who is signed in at each server.</param>
/// <param name="contacts">Ids by phone number.</param>
/// <param name="seed">Decides every choice.</param>
internal sealed class Traffic(IReadOnlyList<Uri> servers, IReadOnlyList<HttpClient> users, IReadOnlyDictionary<string, string> contacts, int seed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public Acknowledged Acknowledged { get; } = new();

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        ReceiveAsync(servers[0], new Random(seed), stop),
        ReceiveAsync(servers[^1], new Random(seed + 1), stop),
        SendAsync(users[0], new Random(seed + 2), stop),
        SendAsync(users[^1], new Random(seed + 3), stop));

    private async Task ReceiveAsync(Uri server, Random chance, CancellationToken stop)
    {
        using var webhooks = new Webhooks(server);
        List<ContactText> late = [];
        while (!stop.IsCancellationRequested)
        {
            List<ContactText> batch = [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Write(chance))];
            if (chance.Next(3) == 0)
            {
                // Held back, and sent after what was written later.
                late.Add(batch[^1]);
                batch.RemoveAt(batch.Count - 1);
            }

            if (chance.Next(4) == 0)
            {
                batch.AddRange(late);
                late.Clear();
            }

            await DeliverAsync(webhooks, batch, chance);
        }

        await DeliverAsync(webhooks, late, chance);
    }

    /// <summary>As the provider does: until it is answered 200, and now and then once more after that.</summary>
    private async Task DeliverAsync(Webhooks webhooks, List<ContactText> batch, Random chance)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var body = Webhooks.Texts(batch);
        while (!await webhooks.PostAsync(body))
        {
            await Task.Delay(Pause, TimeProvider.System);
        }

        foreach (var text in batch)
        {
            Acknowledged.Received[text.Wamid] = true;
        }

        if (chance.Next(5) == 0)
        {
            await webhooks.PostAsync(body);
        }

        await Task.Delay(Pause, TimeProvider.System);
    }

    private async Task SendAsync(HttpClient user, Random chance, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (_, contact) = contacts.ElementAt(chance.Next(contacts.Count));
            var text = $"Message {chance.NextInt64():x16}";
            var key = $"key-{chance.NextInt64():x16}";
            await new Sending(user, Acknowledged).UntilAcceptedAsync(contact, text, key);
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    private ContactText Write(Random chance) => new(
        contacts.ElementAt(chance.Next(contacts.Count)).Key,
        string.Create(CultureInfo.InvariantCulture, $"wamid.{chance.NextInt64():x16}"),
        TimeProvider.System.GetUtcNow(),
        $"Text {chance.NextInt64():x16}");
}
