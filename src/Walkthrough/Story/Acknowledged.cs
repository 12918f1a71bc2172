using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>Every message that the product has answered for with 202 or 200: none of them may be missing later.</summary>
internal sealed class Acknowledged
{
    private static readonly string[] Forward = ["waiting", "queued", "sending", "sent", "delivered", "read"];

    private readonly List<(Talk Talk, string Id, string Text, string Status)> messages = [];

    public IEnumerable<string> Ids => messages.Select(message => message.Id);

    public void Add(Talk talk, string id, string text, string status) => messages.Add((talk, id, text, status));

    public async Task AllStillThereAsync()
    {
        foreach (var (talk, id, text, status) in messages)
        {
            var found = await talk.LookAtMessageAsync(id);
            Expect.Equal(text, found["text"].Text(), $"The text of message {id}");
            Expect.That(
                Array.IndexOf(Forward, found["status"].Text()) is var now && (now < 0 || now >= Array.IndexOf(Forward, status)),
                $"message {id}, once {status}, has not gone back to {found["status"].Text()}");
        }

        Narrator.Say($"all {messages.Count} acknowledged messages are there");
    }
}
