namespace MultiLine.Domain.Organizations;

/// <summary>What comes of a change: the organisation after it, or why it is not made.</summary>
public sealed record OrganizationDecision
{
    private OrganizationDecision(Organization? changed, Refusal? refusal) => (Changed, Refusal) = (changed, refusal);

    /// <summary>Null where it is refused.</summary>
    public Organization? Changed { get; }

    public Refusal? Refusal { get; }

    public static OrganizationDecision To(Organization changed) => new(changed, null);

    internal static OrganizationDecision Refuse(string code, string message) => new(null, new Refusal(code, message));
}
