using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Faults.Steps;

/// <summary>Somebody of the firm answers a contact.</summary>
internal sealed class Reply(StepWorld world) : Story(world)
{
    private static readonly string[] Ends = ["message_sent", "message_failed", "outcome_unknown"];

    private readonly string _text = $"Message {Guid.NewGuid():n}";
    private readonly string _key = $"key-{Guid.NewGuid():n}";
    private string _number = "";
    private string _contact = "";

    /// <summary>Whether the provider was called before it was killed, or is to be called afterwards; otherwise the attempt has to end as unknown.</summary>
    public bool IsCalled { get; init; } = true;

    public override async Task PrepareAsync()
    {
        (_number, _contact) = await World.MeetAsync();
        Conversation = StepWorld.ConversationOf(_contact);
    }

    public override Task ActAsync() => new Sending(World.User, World.Acknowledged).UntilAcceptedAsync(_contact, _text, _key);

    /// <summary>The message is with the provider; or, where it is not to get there, its attempt is open.</summary>
    public override async Task<bool> IsDueAsync(bool acknowledged) =>
        acknowledged && (IsCalled ? await TimesOnPhoneAsync() > 0 : (await EventsAsync()) is var events && events.Contains("attempt_started") && !events.Exists(Ends.Contains));

    public override async Task<string?> FindFaultAsync()
    {
        var (events, onPhone) = (await EventsAsync(), await TimesOnPhoneAsync());
        // Called unknown where the restart took long, and settled by a status.
        var (attempts, ends) = (events.Count(type => type == "attempt_started"), events.LastOrDefault(Ends.Contains));
        var (shouldEnd, shouldBeOnPhone) = IsCalled ? ("message_sent", 1) : ("outcome_unknown", 0);
        return (attempts, ends, onPhone) == (1, shouldEnd, shouldBeOnPhone)
            ? null
            : $"{attempts} attempts instead of 1, which end with '{ends}' instead of {shouldEnd}, {onPhone} times on the phone instead of {shouldBeOnPhone}";
    }

    /// <summary>Types of what the log says of the message.</summary>
    private async Task<List<string>> EventsAsync()
    {
        var message = World.Acknowledged.Accepted.Single(accepted => accepted.Value == _text).Key;
        return [.. (await World.Officer.ReadLogAsync(_contact)).Where(e => (string?)e["message_id"] == message).Select(e => (string)e["type"]!)];
    }

    private async Task<int> TimesOnPhoneAsync() =>
        (await World.Phones.GetFromJsonAsync<JsonNode>($"phones/{_number}/inbox"))!.AsArray().Count(message => (string)message!["body"]! == _text);
}
