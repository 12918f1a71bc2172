using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>Somebody new writes, and the session ends.</summary>
internal sealed class Session(StepWorld world) : Story(world)
{
    private string _number = "";
    private string? _contact;

    public override Task PrepareAsync()
    {
        _number = World.NewNumber();
        return Task.CompletedTask;
    }

    public override async Task ActAsync()
    {
        var text = new ContactText(_number, $"wamid.{Guid.NewGuid():n}", TimeProvider.System.GetUtcNow(), "Hello");
        await World.DeliverAsync(Webhooks.Texts(text));
        World.Acknowledged.Received[text.Wamid] = true;
    }

    public override async Task<string?> FindFaultAsync()
    {
        if (_contact is null)
        {
            World.Contacts.Add(_contact = await FaultDriver.FindAsync(World.User, _number));
        }

        var log = await World.Officer.ReadLogAsync(_contact);
        var (opened, closed) = (log.Count(e => (string)e["type"]! == "session_opened"), log.Count(e => (string)e["type"]! == "session_closed"));
        return (opened, closed) == (1, 1) ? null : $"the session was opened {opened} times and closed {closed} times";
    }
}
