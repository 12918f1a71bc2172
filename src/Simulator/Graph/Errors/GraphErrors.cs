namespace MultiLine.Simulator.Graph.Errors;

/// <summary>What Meta refuses, whatever is called.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
internal static class GraphErrors
{
    public static readonly GraphError InvalidToken = new(190, "Invalid OAuth access token - Cannot parse access token")
    {
        HttpStatus = StatusCodes.Status401Unauthorized,
    };

    public static readonly GraphError UnknownError = new(131000, "(#131000) Something went wrong")
    {
        HttpStatus = StatusCodes.Status500InternalServerError,
        Details = "Message failed to send due to an unknown error.",
    };

    public static readonly GraphError RateLimitHit = new(130429, "(#130429) Rate limit hit")
    {
        HttpStatus = StatusCodes.Status429TooManyRequests,
        Details = "Cloud API message throughput has been reached.",
    };

    public static GraphError UnknownVersion(string version) =>
        new(100, $"(#100) Unknown Graph API version '{version}'. Use a format like 'v25.0'.");

    public static GraphError UnknownObject(string method, string id) =>
        new(
            100,
            $"Unsupported {method.ToLowerInvariant()} request. Object with ID '{id}' does not exist, cannot be loaded due to missing "
                + "permissions, or does not support this operation"
        )
        {
            Type = "GraphMethodException",
            Subcode = 33,
        };

    public static GraphError UnknownField(string field, string type) =>
        new(100, $"(#100) Tried accessing nonexisting field ({field}) on node type ({type})");

    public static GraphError InvalidParameter(string details) => new(100, "(#100) Invalid parameter") { Details = details };

    public static GraphError ParameterRequired(string name) => new(100, $"(#100) The parameter {name} is required.");

    public static GraphError NotOneOf(string name, string value, IEnumerable<string> allowed) =>
        new(100, $"(#100) Param {name} must be one of {{{string.Join(", ", allowed)}}} - got \"{value}\".");

    public static GraphError TooLong(string name, int most) => new(100, $"(#100) Param {name} must be at most {most} characters long.");

    public static GraphError ParameterMissing(string details) =>
        new(131008, "(#131008) Required parameter is missing") { Details = details };

    public static GraphError ParameterInvalid(string details) =>
        new(131009, "(#131009) Parameter value is not valid") { Details = details };

    public static GraphError CallbackRefused(string reason) =>
        new(2200, $"(#2200) Callback verification failed with the following errors: {reason}");
}
