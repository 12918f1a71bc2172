namespace MultiLine.Api.Authorization;

/// <summary>Who may call an endpoint. Each endpoint names one; what names none is closed to everybody.</summary>
public enum Access
{
    /// <summary>Nobody: the rule of an endpoint that was given none.</summary>
    Nobody,

    /// <summary>Whoever can reach the server.</summary>
    Anyone,

    /// <summary>Every person of the organisation.</summary>
    Member,

    /// <summary>People who write from the line that the address names.</summary>
    LineUser,

    /// <summary>People who write from the line, and compliance officers.</summary>
    LineReader,

    Administrator,

    /// <summary>Administrators, who make the firm's rules, and compliance officers, who have to know them.</summary>
    RulesReader,

    /// <summary>Compliance officers, in all lines of their organisation.</summary>
    Compliance,

    /// <summary>Operators: people of the organisation that runs the system.</summary>
    Operator,
}

/// <summary>The rule of one endpoint.</summary>
public sealed record AccessRule(Access Access);

public static class AccessRules
{
    public static TBuilder Requires<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(access));

    public static TBuilder AllowAnyone<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.Requires(Access.Anyone);
}
