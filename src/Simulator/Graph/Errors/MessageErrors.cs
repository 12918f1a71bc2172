namespace MultiLine.Simulator.Graph.Errors;

/// <summary>What Meta refuses when a message is sent.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
internal static class MessageErrors
{
    public static readonly GraphError RecipientIsSender = new(131021, "(#131021) Recipient cannot be sender")
    {
        Details = "Sender and recipient phone number are the same.",
    };

    public static readonly GraphError PairRateLimitHit = new(131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit")
    {
        Details =
            "Message failed to send because there were too many messages sent from this phone number to the same phone number "
            + "in a short period of time.",
    };

    /// <summary>One-tap, zero-tap and copy-code templates go to phone numbers only.</summary>
    public static readonly GraphError PhoneNumberNeeded = new(
        131062,
        "(#131062) Business-scoped User ID (BSUID) recipients are not supported for this message"
    )
    {
        Details = "One-tap, zero-tap and copy-code authentication templates can't be sent to a business-scoped user id. Use the phone number.",
    };

    /// <summary>The business itself has blocked the contact.</summary>
    public static readonly GraphError RecipientBlocked = new(130403, "(#130403) User is blocked by the business")
    {
        Details = "Message failed to send because the recipient is on the block list of this phone number.",
    };

    public static readonly GraphError AccountLocked = new(131031, "(#131031) Business Account locked")
    {
        HttpStatus = StatusCodes.Status403Forbidden,
        Details = "Your account has been locked.",
    };

    public static readonly GraphError AccountRestricted = new(368, "(#368) Temporarily blocked for policies violations")
    {
        HttpStatus = StatusCodes.Status403Forbidden,
        Details = "The WhatsApp Business Account has been restricted or disabled for violating a platform policy.",
    };

    public static readonly GraphError NotRegistered = new(133010, "(#133010) Phone number Not Registered")
    {
        Details = "Phone number not registered on the WhatsApp Business Platform.",
    };

    public static readonly GraphError RegistrationFailed = new(131045, "(#131045) Incorrect certificate")
    {
        HttpStatus = StatusCodes.Status500InternalServerError,
        Details = "Message failed to send due to a phone number registration error.",
    };

    public static GraphError UnsupportedType(string type) =>
        new(131051, "(#131051) Unsupported message type") { Details = $"The simulator doesn't send messages of type {type}." };

    public static GraphError TemplateMissing(string name, string language) =>
        new(132001, "(#132001) Template name does not exist in the translation")
        {
            HttpStatus = StatusCodes.Status404NotFound,
            Details = $"template name ({name}) does not exist in {language}",
        };

    public static GraphError ParameterCount(string component, int given, int expected) =>
        new(132000, "(#132000) Number of parameters does not match the expected number of params")
        {
            Details = $"{component}: number of localizable_params ({given}) does not match the expected number of params ({expected})",
        };

    public static GraphError TranslatedTextTooLong(string component, int length, int most) =>
        new(132005, "(#132005) Translated text too long")
        {
            Details = $"{component}: the text with its parameters has {length} characters, at most {most} are allowed",
        };

    public static GraphError ParameterFormat(string details) =>
        new(132012, "(#132012) Parameter format does not match format in the created template") { Details = details };

    public static GraphError ParameterText(string details) =>
        new(132018, "(#132018) There is an issue with the parameters in your template") { Details = details };

    public static GraphError TemplatePaused(string name) =>
        new(132015, "(#132015) Template is paused")
        {
            Details = $"template name ({name}) is paused due to low quality so it cannot be sent",
        };

    public static GraphError TemplateDisabled(string name) =>
        new(132016, "(#132016) Template is disabled")
        {
            Details = $"template name ({name}) has been paused too many times due to low quality and is now permanently disabled",
        };

    /// <summary>A delivery failure that is known at once.</summary>
    public static GraphError AtOnce(DeliveryFailure failure) =>
        new(failure.Code, $"(#{failure.Code}) {failure.Title}") { Details = failure.Details };
}
