using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Contacts;

/// <summary>
/// Ends a contact in favour of another: first in the contact's own row, then in its conversation on each line, one after the other. Every
/// step may be done again, so that a merge that broke down is done from its beginning: by whoever meets the contact next, or by the reminder.
/// </summary>
[GrainType("contact-merge")]
public sealed class ContactMergeGrain : Grain, IContactMergeGrain, IRemindable
{
    private const string Reminder = "finish-the-merge";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private (string Organization, string Contact) Key =>
        this.GetPrimaryKeyString().Split('/', 2) is [var organization, var contact] ? (organization, contact) : default;

    public async Task Merge(string into)
    {
        var reminder = await this.RegisterOrUpdateReminder(Reminder, Minute, Minute);
        await Contact(Key.Contact).MergeInto(into);
        await Finish();
        await this.UnregisterReminder(reminder);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await Finish();
        if (await this.GetReminder(reminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private async Task Finish()
    {
        var (organization, ended) = Key;
        // It goes on in that one, which may have been merged into another by now.
        if (await Contact(ended).GetAddress() is not { MergedInto: { } } address || await GoesOn(ended) is not { } into)
        {
            return;
        }

        var contact = Contact(into);
        await contact.Learn(new LearnedContact(address.Phone, Bsuid: null, address.Name == address.Phone ? null : address.Name, address.PhoneAt));
        await contact.Learn(new LearnedContact(Phone: null, address.Bsuid, address.Name == address.Bsuid ? null : address.Name, address.BsuidAt));
        var lines = (await GrainFactory.GetGrain<IOrganizationGrain>(organization).Get())?.Lines ?? [];
        foreach (var line in lines)
        {
            if (await Conversation(line.Id, ended).EndInto(into))
            {
                await Absorb(line.Id, ended, into);
            }
        }
    }

    private async Task Absorb(string line, string ended, string into)
    {
        // One that has ended itself meanwhile names the one that goes on for it.
        for (var contact = into; contact is not null;)
        {
            contact = await Conversation(line, contact).Absorb(ended);
        }
    }

    private async Task<string?> GoesOn(string ended)
    {
        var contact = ended;
        while (await Contact(contact).Get() is { MergedInto: { } into })
        {
            contact = into;
        }

        return contact == ended ? null : contact;
    }

    private IContactGrain Contact(string contact) => GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Key.Organization, contact));

    private IConversationGrain Conversation(string line, string contact) =>
        GrainFactory.GetGrain<IConversationGrain>(new ConversationKey(Key.Organization, line, contact).ToString());
}
