namespace MultiLine.Domain.Consent;

/// <summary>Where the permission to send the opt-in request itself comes from; Meta requires that there is one.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/getting-opt-in"/></remarks>
public enum ConsentBasis
{
    ExistingClient,
    Form,
    InPerson,
    Other,
}
