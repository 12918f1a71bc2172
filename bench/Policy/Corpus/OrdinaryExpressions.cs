using System.Collections.Immutable;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Policy.Corpus;

/// <summary>Ten expressions as firms write them.</summary>
internal static class OrdinaryExpressions
{
    public static readonly ImmutableArray<NamedExpression> All =
    [
        new("account", @"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b"),
        new("project", @"(?i)project\s+(?:falcon|eagle|kite)"),
        new("long number", @"\b\d{13,19}\b"),
        new("promise", @"(?i)\b(?:guarantee[ds]?|promise[ds]?)\b.{0,20}\b(?:return|profit|gain)s?\b"),
        new("ticket", @"\bTICKET-\d{4,8}\b"),
        new("inside", @"(?i)\binsider?\b.{0,30}\binformation\b"),
        new("security", @"\b(?:ISIN:? ?)?[A-Z]{2}[A-Z0-9]{9}\d\b"),
        new("disposal", @"(?i)(?:delete|erase|destroy) (?:this|that|these|the) (?:message|chat|e-?mail|file)s?"),
        new("other line", @"(?i)\b(?:call|text|ring) me (?:on|at) my (?:private|personal|other)\b"),
        new("other messenger", @"(?i)\b(?:https?://)?(?:t|wa|signal)\.me/\S+"),
    ];
}
