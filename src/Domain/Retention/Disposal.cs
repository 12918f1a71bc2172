using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Retention;

/// <summary>Decides what of a conversation is due for disposal.</summary>
public static class Disposal
{
    /// <param name="organization">Whose, with every rule that it has had.</param>
    /// <param name="holds">All holds of the organisation; those that were lifted hold nothing.</param>
    /// <param name="conversation">Which conversation.</param>
    /// <param name="contents">Content of it that is still there.</param>
    /// <param name="now">By our own clock.</param>
    public static DisposalDecision Decide(
        Organization organization,
        IReadOnlyCollection<LegalHold> holds,
        HeldConversation conversation,
        IEnumerable<KeptContent> contents,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(holds);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(contents);
        List<DueContent> due = [];
        var held = 0;
        foreach (var content in contents)
        {
            if (content.IsEvidence || content.IsOnItsWay
                || organization.KeptUntil(conversation.Key.Line, content.CapturedAt) is not var (rule, until) || now < until)
            {
                continue;
            }

            if (holds.Any(hold => hold.Holds && hold.Scope.Covers(conversation, content.CapturedAt)))
                held++;
            else
                due.Add(new DueContent(content.Version, rule));
        }

        return new DisposalDecision(due, held);
    }
}

/// <summary>Content that is still there.</summary>
/// <param name="Version">Of its event.</param>
/// <param name="CapturedAt">When the event was recorded, by our own clock.</param>
/// <param name="IsEvidence">See <see cref="Evidence"/>.</param>
/// <param name="IsOnItsWay">Its message is in the queue: it is about to be sent, or to fail.</param>
public sealed record KeptContent(long Version, DateTimeOffset CapturedAt, bool IsEvidence, bool IsOnItsWay);

/// <param name="Version">Of the event whose content is due.</param>
/// <param name="Rule">The rule whose period is over.</param>
public sealed record DueContent(long Version, RecordingRule Rule);

/// <param name="Due">What is due.</param>
/// <param name="Held">How much would be due if it were not held.</param>
public sealed record DisposalDecision(IReadOnlyList<DueContent> Due, int Held);
