using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>The chat is opened for the first time, before anything is written.</summary>
internal sealed record Welcome : IContactAct
{
    string? IContactAct.Flaw => null;

    ContactMessage IContactAct.Compose(Message? about) => new("request_welcome", null, new Bubble("Chat opened"));
}
