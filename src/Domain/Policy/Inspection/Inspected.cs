using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>A message after policy has looked at it.</summary>
/// <param name="Left">What may be shown, and sent: nothing where it is blocked.</param>
/// <param name="Found">What was found; null where nothing.</param>
public sealed record Inspected(MessageContent Left, PolicyMark? Found)
{
    private static readonly MessageContent Nothing = new();

    public static Inspected Of(MessageContent content, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new Inspected(
            verdict.Action switch
            {
                PolicyAction.Block => Nothing,
                PolicyAction.Redact => verdict.Redact(content),
                _ => content,
            },
            verdict.Mark());
    }
}
