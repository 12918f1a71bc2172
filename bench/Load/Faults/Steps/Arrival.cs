using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>Contacts write: one webhook, with a message of each.</summary>
internal sealed class Arrival(StepWorld world, int messages = 1) : Story(world)
{
    private readonly List<ContactText> _texts = [];
    private readonly List<string> _contacts = [];

    public override async Task PrepareAsync()
    {
        for (var index = 0; index < messages; index++)
        {
            var (number, contact) = await World.MeetAsync();
            _contacts.Add(contact);
            _texts.Add(new ContactText(number, $"wamid.{Guid.NewGuid():n}", TimeProvider.System.GetUtcNow(), $"Text {Guid.NewGuid():n}"));
        }

        Conversation = StepWorld.ConversationOf(_contacts[0]);
    }

    public override async Task ActAsync()
    {
        await World.DeliverAsync(Webhooks.Texts(_texts));
        _texts.ForEach(text => World.Acknowledged.Received[text.Wamid] = true);
    }

    public override async Task<string?> FindFaultAsync()
    {
        foreach (var (contact, text) in _contacts.Zip(_texts))
        {
            var times = (await World.Officer.ReadLogAsync(contact)).Count(e => (string?)e["provider_message_id"] == text.Wamid);
            if (times != 1)
            {
                return $"a message stands {times} times in its log";
            }
        }

        return null;
    }
}
