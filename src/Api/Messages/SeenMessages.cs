using MultiLine.Api.Authorization;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.Messages;

/// <summary>What of a message depends on who looks.</summary>
internal static class SeenMessages
{
    private const string Flag = "flag";

    /// <summary>What policy only flags, it flags for compliance officers: whoever writes is told of what was changed or kept back.</summary>
    public static MessageSummary SeenBy(this MessageSummary message, Caller caller) =>
        message.Policy is { Action: Flag } && !caller.Is(Roles.Compliance) ? message with { Policy = null } : message;
}
