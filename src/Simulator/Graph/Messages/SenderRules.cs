using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>Whether a business may send at all, and to whom: what Meta holds against its account, its number's registration, its block list.</summary>
internal sealed class SenderRules(NumberStates numbers, AccountStates accounts, BlockList blocks, TimeProvider time)
{
    public GraphError? CheckSender(BusinessNumber from, bool isTemplate)
    {
        var account = accounts.Of(from.WabaId);
        if (account.Locked)
            return MessageErrors.AccountLocked;
        var restricted = isTemplate ? Restriction.BusinessInitiated : Restriction.CustomerInitiated;
        if (account.Disabled || account.Has(restricted, time.GetUtcNow()))
            return MessageErrors.AccountRestricted;

        return numbers.Of(from.Id).Registration switch
        {
            Registration.Unregistered => MessageErrors.NotRegistered,
            Registration.Failed => MessageErrors.RegistrationFailed,
            _ => null,
        };
    }

    public GraphError? CheckRecipient(BusinessNumber from, MessageRecipient to) =>
        blocks.Has(from.Id, to.Contact) ? MessageErrors.RecipientBlocked : null;
}
