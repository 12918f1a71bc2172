namespace MultiLine.Domain.Policy.Inspection;

/// <summary>The policy that one organisation adds to those of the organisations above it.</summary>
public sealed record PolicyLayer(string Organization, OrganizationPolicy Policy);
