using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Access;

/// <summary>Everybody who may try a door, and what each rule means for them. The doors are those of the line <c>sales</c> of Northwind Bank.</summary>
public enum Who
{
    SignedOut,
    UserOfTheLine,
    UserOfAnotherLine,
    Administrator,
    Compliance,
    Operator,
    OperatorElsewhere,
    ForeignUser,
    ForeignAdministrator,
    ForeignCompliance,
}

internal static class Expectations
{
    public static Actor? Actor(Who who) => who switch
    {
        Who.UserOfTheLine => Cast.Ann,
        Who.UserOfAnotherLine => Cast.Ben,
        Who.Administrator => Cast.Administrator,
        Who.Compliance => Cast.Compliance,
        Who.Operator => Cast.Operator,
        Who.OperatorElsewhere => Cast.OperatorElsewhere,
        Who.ForeignUser => Cast.ForeignUser,
        Who.ForeignAdministrator => Cast.ForeignAdministrator,
        Who.ForeignCompliance => Cast.ForeignCompliance,
        _ => null,
    };

    public static Gate Of(Rule rule, Who who) => (rule, who) switch
    {
        (Rule.Anyone, _) => Gate.Reached,
        (Rule.Signed, _) => Gate.Reached,
        (_, Who.SignedOut) => Gate.SignIn,
        (Rule.Member, _) => Gate.Reached,
        (Rule.OwnMember, _) => IsForeign(who) ? Gate.Absent : Gate.Reached,
        (Rule.LineUser or Rule.LineReader or Rule.LineAuditor or Rule.LineAdministrator, _) when IsForeign(who) => Gate.Absent,
        (Rule.LineUser or Rule.LineReader, Who.UserOfTheLine) => Gate.Reached,
        (Rule.LineReader or Rule.LineAuditor, Who.Compliance) => Gate.Reached,
        (Rule.LineAdministrator, Who.Administrator) => Gate.Reached,
        (Rule.OwnAdministrator, Who.ForeignAdministrator) => Gate.Absent,
        (Rule.OwnAdministrator, Who.Administrator) => Gate.Reached,
        (Rule.Administrator, Who.Administrator or Who.ForeignAdministrator) => Gate.Reached,
        (Rule.RulesReader, Who.Administrator or Who.ForeignAdministrator or Who.Compliance or Who.ForeignCompliance) => Gate.Reached,
        (Rule.Compliance, Who.Compliance or Who.ForeignCompliance) => Gate.Reached,
        (Rule.OwnCompliance, Who.ForeignCompliance) => Gate.Absent,
        (Rule.OwnCompliance, Who.Compliance) => Gate.Reached,
        (Rule.Operator, Who.Operator) => Gate.Reached,
        _ => Gate.Forbidden,
    };

    /// <summary>Operators belong to an organisation of their own, too.</summary>
    private static bool IsForeign(Who who) => who is Who.Operator or Who.ForeignUser or Who.ForeignAdministrator or Who.ForeignCompliance;
}
