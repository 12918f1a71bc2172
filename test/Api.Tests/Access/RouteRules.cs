namespace MultiLine.Api.Tests.Access;

/// <summary>Who may call which route, written out a second time: by hand, from what the product promises and not from the endpoints.</summary>
internal static class RouteRules
{
    public static readonly IReadOnlyDictionary<string, Rule> ByRoute = new Dictionary<string, Rule>
    {
        ["GET /webhooks/whatsapp"] = Rule.Signed,
        ["POST /webhooks/whatsapp"] = Rule.Signed,
        ["POST /webhooks/sms"] = Rule.Signed,
        ["POST /webhooks/sms/status"] = Rule.Signed,
        ["GET /health/live"] = Rule.Anyone,
        ["GET /health/ready"] = Rule.Anyone,
        ["POST /api/v1/sign-in"] = Rule.Anyone,
        ["POST /api/v1/sign-out"] = Rule.Anyone,

        ["GET /api/v1/me"] = Rule.Member,
        ["GET /api/v1/organization"] = Rule.Member,
        ["PATCH /api/v1/organization"] = Rule.Administrator,
        ["GET /api/v1/lines"] = Rule.Member,

        ["PATCH /api/v1/lines/{line}"] = Rule.LineAdministrator,

        ["POST /api/v1/people"] = Rule.Administrator,
        ["PATCH /api/v1/people/{person}"] = Rule.Administrator,
        ["POST /api/v1/people/{person}/sign-in-link"] = Rule.OwnAdministrator,

        ["GET /api/v1/numbers"] = Rule.Administrator,
        ["POST /api/v1/numbers/{number}/resume"] = Rule.OwnAdministrator,
        ["GET /api/v1/numbers/{number}/profile"] = Rule.OwnAdministrator,
        ["PUT /api/v1/numbers/{number}/profile"] = Rule.Administrator,
        ["GET /api/v1/numbers/{number}/profile/logo"] = Rule.OwnAdministrator,
        ["PUT /api/v1/numbers/{number}/profile/logo"] = Rule.Administrator,
        ["GET /api/v1/accounts/{account}"] = Rule.Operator,

        ["GET /api/v1/lines/{line}/events"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}/session"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}/messages"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}/messages/{id}"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}/messages/{id}/media"] = Rule.LineReader,
        ["GET /api/v1/lines/{line}/threads/{contact}/opt-in"] = Rule.LineReader,

        ["POST /api/v1/lines/{line}/threads/{contact}/read"] = Rule.LineUser,
        ["POST /api/v1/lines/{line}/threads/{contact}/typing"] = Rule.LineUser,
        ["POST /api/v1/lines/{line}/threads/{contact}/messages"] = Rule.LineUser,
        ["POST /api/v1/lines/{line}/threads/{contact}/messages/{id}/retry"] = Rule.LineUser,
        ["POST /api/v1/lines/{line}/threads/{contact}/messages/{id}/sms"] = Rule.LineUser,
        ["POST /api/v1/lines/{line}/threads/{contact}/opt-in"] = Rule.LineUser,

        ["GET /api/v1/lines/{line}/threads/{contact}/log"] = Rule.LineAuditor,
        ["POST /api/v1/lines/{line}/threads/{contact}/messages/{id}/original"] = Rule.LineAuditor,
        ["GET /api/v1/audit"] = Rule.Compliance,
        ["GET /api/v1/policy"] = Rule.RulesReader,
        ["PUT /api/v1/policy"] = Rule.Administrator,
        ["POST /api/v1/policy/check"] = Rule.Administrator,
        ["POST /api/v1/policy/try"] = Rule.Administrator,
        ["POST /api/v1/policy/dry-run"] = Rule.RulesReader,
        ["GET /api/v1/recording"] = Rule.RulesReader,
        ["PUT /api/v1/recording"] = Rule.Administrator,
        ["PUT /api/v1/recording/lines/{line}"] = Rule.LineAdministrator,
        ["DELETE /api/v1/recording/lines/{line}"] = Rule.LineAdministrator,
        ["GET /api/v1/holds"] = Rule.Compliance,
        ["POST /api/v1/holds"] = Rule.Compliance,
        ["POST /api/v1/holds/{hold}/lift"] = Rule.Compliance,
        ["GET /api/v1/disposals"] = Rule.Compliance,
        ["POST /api/v1/disposals"] = Rule.Compliance,
        ["GET /api/v1/archive"] = Rule.Compliance,
        ["GET /api/v1/archive/heads"] = Rule.Compliance,
        ["POST /api/v1/archive/heads"] = Rule.Compliance,
        ["GET /api/v1/archive/heads/{head}"] = Rule.Compliance,
        ["GET /api/v1/archive/reconciliations"] = Rule.Compliance,
        ["POST /api/v1/archive/reconciliations"] = Rule.Compliance,
        ["GET /api/v1/archive/search"] = Rule.Compliance,
        ["GET /api/v1/reviews"] = Rule.Compliance,
        ["POST /api/v1/reviews/decisions"] = Rule.Compliance,
        ["GET /api/v1/notices"] = Rule.Member,
        ["POST /api/v1/notices/seen"] = Rule.Member,
        ["GET /api/v1/exports"] = Rule.Compliance,
        ["POST /api/v1/exports"] = Rule.Compliance,
        ["GET /api/v1/exports/{export}"] = Rule.OwnCompliance,
        ["GET /api/v1/exports/{export}/file"] = Rule.OwnCompliance,
        ["GET /api/v1/archive/anchors"] = Rule.Compliance,
        ["GET /api/v1/archive/keys"] = Rule.Compliance,
        ["GET /api/v1/archive/proofs/record"] = Rule.Compliance,
        ["GET /api/v1/archive/proofs/consistency"] = Rule.Compliance,

        ["GET /api/v1/contacts"] = Rule.Member,
        ["POST /api/v1/contacts"] = Rule.Member,
        ["GET /api/v1/contacts/{contact}"] = Rule.OwnMember,
        ["PATCH /api/v1/contacts/{contact}"] = Rule.Member,

        ["GET /api/v1/templates"] = Rule.Member,
        ["GET /api/v1/templates/{name}/{language}"] = Rule.OwnMember,
        ["POST /api/v1/templates"] = Rule.Administrator,
        ["POST /api/v1/templates/sync"] = Rule.Administrator,
        ["GET /api/v1/opt-in-template"] = Rule.Member,
        ["PUT /api/v1/opt-in-template"] = Rule.Administrator,
        ["PUT /api/v1/opt-in-template/{language}/default"] = Rule.Administrator,
        ["DELETE /api/v1/opt-in-template/{language}"] = Rule.Administrator,

        ["GET /api/v1/raw-inbox"] = Rule.Operator,
        ["GET /api/v1/raw-inbox/{id}"] = Rule.Operator,
        ["POST /api/v1/raw-inbox/{id}/replay"] = Rule.Operator,

        ["GET /api/v1/operations"] = Rule.Operator,
        ["GET /api/v1/dead-letters"] = Rule.Operator,
        ["POST /api/v1/dead-letters/{id}/retry"] = Rule.Operator,
    };

    /// <summary>How the routes of the Orleans dashboard begin, which are not ours and for operators only.</summary>
    public const string Dashboard = "GET /operations/dashboard";

    /// <summary>What the server answers besides the routes of the document.</summary>
    public static readonly IReadOnlySet<string> OutsideTheDocument = new HashSet<string>
    {
        "GET /", "GET /lines", "GET /lines/{rest}", "GET /admin", "GET /admin/{rest}", "GET /operations", "GET /operations/{rest}", "GET /compliance", "GET /compliance/{rest}", "GET /notices", "GET /privacy",
        "GET /sign-in", "POST /sign-in", "POST /sign-out", "GET /openapi/{documentName}.json",
    };
}

internal enum Rule
{
    Anyone,

    /// <summary>Open to everybody, but without the provider's secret nobody gets anything.</summary>
    Signed,

    Member,

    /// <summary>Every person of the organisation; for others the thing is not there.</summary>
    OwnMember,

    LineUser,
    LineReader,
    LineAuditor,
    Administrator,

    /// <summary>Administrators and compliance officers, each of their own organisation.</summary>
    RulesReader,

    /// <summary>The administrators of the organisation; for everybody of others the line is not there.</summary>
    LineAdministrator,

    /// <summary>The administrators of the organisation; for those of others the thing is not there.</summary>
    OwnAdministrator,

    Compliance,

    /// <summary>The compliance officers of the organisation; for those of others the thing is not there.</summary>
    OwnCompliance,

    Operator,
}

/// <summary>How a call ends, as far as rights go.</summary>
internal enum Gate
{
    /// <summary>The endpoint was reached, whatever it then made of the call.</summary>
    Reached,

    /// <summary>401.</summary>
    SignIn,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404: from here the thing does not exist.</summary>
    Absent,
}
