using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Messages;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Phones;

/// <summary>What a contact changes about itself: the phone number, the installation, whether marketing is wanted.</summary>
internal sealed class IdentityActs(
    Database database,
    PhoneBook phones,
    MessageLog messages,
    BusinessNumbers numbers,
    NumberStates states,
    WebhookQueue webhooks,
    TimeProvider time
)
{
    /// <summary>Another number brings another BSUID. Every business with a chat is told.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids"/></remarks>
    public Phone ChangeNumber(Phone before, string digits) =>
        database.Step(_ =>
        {
            var after = before with { Number = digits, UserId = BusinessScopedUserId.Of(digits), WaId = null };
            var told = ChatsOf(before);
            phones.Renumber(before.Number, after);
            foreach (var business in told)
            {
                webhooks.Add(IdentityWebhook.OfNumber(Wamid.New(before.Number, incoming: true), before, after, business, time.GetUtcNow()));
                webhooks.Add(IdentityWebhook.OfUserId(before, after, business, time.GetUtcNow()));
            }
            return after;
        });

    /// <summary>WhatsApp is installed anew: told to the businesses with a chat that wish to know (<c>user_identity_change</c>).</summary>
    public Phone Reinstall(Phone before) =>
        database.Step(_ =>
        {
            var after = before with { Installations = before.Installations + 1 };
            phones.Save(after);
            foreach (var business in ChatsOf(before).Where(business => states.Of(business.Id).TellsOfIdentity))
                webhooks.Add(IdentityWebhook.OfIdentity(Wamid.New(before.Number, incoming: true), after, business, time.GetUtcNow()));
            return after;
        });

    public Phone SetMarketing(Phone phone, BusinessNumber business, bool stopped) =>
        database.Step(_ =>
        {
            var others = phone.NoMarketing.Where(id => id != business.Id);
            var changed = phone with { NoMarketing = stopped ? [.. others, business.Id] : [.. others] };
            phones.Save(changed);
            webhooks.Add(IdentityWebhook.OfPreference(changed, business, stopped, time.GetUtcNow()));
            return changed;
        });

    private List<BusinessNumber> ChatsOf(Phone phone) =>
        messages.With(phone.Number).Select(message => message.NumberId).Distinct().Select(numbers.Get).ToList();
}
