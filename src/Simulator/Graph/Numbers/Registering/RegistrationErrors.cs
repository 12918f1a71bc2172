using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Numbers.Registering;

/// <summary>What Meta refuses when a number is verified and registered.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
internal static class RegistrationErrors
{
    public static readonly GraphError PinFormat = new(100, "Invalid PIN format. PIN must be exactly 6 digits");

    public static readonly GraphError WrongPin = new(133005, "(#133005) Two step verification PIN Mismatch")
    {
        Details = "Two-step verification PIN incorrect.",
    };

    public static readonly GraphError VerificationNeeded = new(133006, "(#133006) Phone number re-verification needed")
    {
        Details = "Phone number needs to be verified before registering.",
    };

    public static readonly GraphError TooMany = new(133016, "(#133016) Account register deregister rate limit exceeded")
    {
        Details = "Registration or Deregistration failed because there were too many attempts for this phone number in a short period of time.",
    };

    public static readonly GraphError NotRegistered = new(100, "Phone number not registered on the WhatsApp Business Platform.")
    {
        Subcode = 2207051,
    };

    public static readonly GraphError NotEligible = new(100, "Phone number is not eligible for verification at this time")
    {
        HttpStatus = StatusCodes.Status422UnprocessableEntity,
        Type = "GraphMethodException",
    };

    public static readonly GraphError CodeFormat = new(100, "Invalid verification code format");

    public static readonly GraphError WrongCode = new(100, "The verification code is invalid or has expired")
    {
        HttpStatus = StatusCodes.Status422UnprocessableEntity,
        Type = "GraphMethodException",
        UserTitle = "Verification Failed",
        UserMessage = "The verification code you entered is invalid or has expired",
    };
}
