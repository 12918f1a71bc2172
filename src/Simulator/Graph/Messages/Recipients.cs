using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>Whom a message is for.</summary>
/// <param name="Input">As the business wrote it.</param>
/// <param name="Contact">The digits of the phone number; the BSUID if nobody has it.</param>
/// <param name="Phone">Null if there is no such phone.</param>
internal sealed record MessageRecipient(string Input, string Contact, Phone? Phone, bool ByUserId);

internal sealed class Recipients(PhoneBook phones)
{
    /// <summary>A phone number in <c>to</c> wins over a BSUID in <c>recipient</c>.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids"/></remarks>
    public Answer<MessageRecipient> Find(SendRequest request)
    {
        if (request.To is { Length: > 0 } to)
        {
            if (PhoneNumber.TryDigitsOf(to) is not { } digits)
                return GraphErrors.ParameterInvalid("'to' is not a phone number with country code.");

            var called = phones.FindSpelled(digits);
            return new MessageRecipient(to, called?.Number ?? digits, called, ByUserId: false);
        }

        if (request.Recipient is not { Length: > 0 } userId)
            return GraphErrors.ParameterRequired("to");
        if (!BusinessScopedUserId.IsWellFormed(userId))
            return GraphErrors.ParameterInvalid("'recipient' is not a business-scoped user id.");

        var phone = phones.FindByUserId(userId);
        return new MessageRecipient(userId, phone?.Number ?? userId, phone, ByUserId: true);
    }
}
