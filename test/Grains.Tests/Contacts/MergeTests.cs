using System.Text.Json.Nodes;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Contacts;

/// <summary>One person who was met by phone number and by user id apart.</summary>
public sealed class MergeTests
{
    private const string Phone = "+4915123456789";
    private const string NewPhone = "+4915123450000";
    private const string Bsuid = "DE.1349";
    private const string NewBsuid = "DE.1350";

    [Fact]
    public async Task Two_contacts_are_merged_when_a_message_shows_both_and_both_logs_are_kept()
    {
        await using var product = await Product.StartAsync();
        var (older, newer) = await MetApart(product);
        var ended = (await newer.Log()).Count;

        await Take(product, "wamid.both", "By both", Phone, Bsuid);

        var contact = Assert.Single(await product.Contacts());
        Assert.Equal((older.Key.Contact, Phone, Bsuid), (contact.Id, contact.Phone, contact.Bsuid));
        Assert.Equal(["By phone", "By both"], (await older.Messages()).Select(message => message.Text));
        Assert.Equal(["By user id"], (await newer.Messages()).Select(message => message.Text));
        Assert.Equal("merged_into", (await newer.Log())[^1].Type);
        Assert.Equal(ended + 1, (await newer.Log()).Count);
        Assert.Equal(1, await older.CountInLog("contact_merged"));
        Assert.Equal([newer.Key.Contact], (await older.Standing()).Merged);
        Assert.Equal(older.Key.Contact, (await newer.Standing()).MergedInto);
        Assert.Equal(older.Key.Contact, Assert.Single(await product.Threads()).Contact);
    }

    [Fact]
    public async Task A_STOP_to_either_stands_after_the_merge_until_the_contact_says_YES()
    {
        await using var product = await Product.StartAsync();
        var (older, _) = await MetApart(product, second: "STOP");

        await Take(product, "wamid.both", "Hello", Phone, Bsuid);
        Assert.Equal("consent_declined", (await older.Send("Good morning")).Refusal?.Code);

        product.Clock.Advance(TimeSpan.FromSeconds(5));
        await Take(product, "wamid.yes", "YES", Phone, Bsuid);
        Assert.Null((await older.Send("Good morning")).Refusal);
    }

    [Fact]
    public async Task Whoever_writes_to_the_contact_that_ended_is_told_where_to_write()
    {
        await using var product = await Product.StartAsync();
        var (older, newer) = await MetApart(product);
        await Take(product, "wamid.both", "By both", Phone, Bsuid);

        var refused = await newer.Send("Good morning");

        Assert.Equal("contact_merged", refused.Refusal?.Code);
        Assert.Contains(older.Key.Contact, refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(older.Key.Contact, (await Contact(product, newer).Get())!.MergedInto);
    }

    [Fact]
    public async Task What_was_under_way_to_the_contact_that_ended_is_followed_to_its_end_and_its_statuses_find_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk(Phone);
        var sent = await talk.Delivered("Good morning");
        await Take(product, "wamid.other", "By user id", phone: null, Bsuid);

        await Take(product, "wamid.both", "By both", Phone, Bsuid);
        await product.Take(WebhookBodies.Of(WebhookBodies.Status(sent.ProviderMessageId!, "read", product.Clock.GetUtcNow())));

        Assert.Equal("read", (await talk.Conversation.GetMessage(sent.MessageId))!.Status);
    }

    [Fact]
    public async Task Two_first_messages_at_once_by_number_and_by_both_end_in_one_contact_whatever_the_order()
    {
        await using var product = await Product.StartAsync();
        for (var round = 0; round < 12; round++)
        {
            var (phone, bsuid) = ($"+49151234500{round:00}", $"DE.{round}");
            await Task.WhenAll(
                Take(product, $"wamid.{round}.phone", "By phone", phone, null),
                Take(product, $"wamid.{round}.both", "By both", phone, bsuid),
                Take(product, $"wamid.{round}.bsuid", "By user id", null, bsuid));
            await Take(product, $"wamid.{round}.later", "By both", phone, bsuid);

            Assert.Single(await product.Contacts(), contact => contact.Phone == phone || contact.Bsuid == bsuid);
        }
    }

    [Fact]
    public async Task A_merge_that_broke_down_at_any_step_is_finished_by_the_next_message()
    {
        await using var product = await Product.StartAsync();
        var (older, newer) = await MetApart(product);
        // As a crash right after the contact's row was written leaves it.
        await Contact(product, newer).MergeInto(older.Key.Contact);
        Assert.Equal(0, await newer.CountInLog("merged_into"));

        var merge = product.Grains.GetGrain<IContactMergeGrain>(GrainKeys.Contact(Firms.Northwind, newer.Key.Contact));
        await newer.Conversation.EndInto(older.Key.Contact);
        await merge.Merge(older.Key.Contact);
        await merge.Merge(older.Key.Contact);

        Assert.Equal((1, 1), (await newer.CountInLog("merged_into"), await older.CountInLog("contact_merged")));
        await Take(product, "wamid.both", "By both", Phone, Bsuid);
        Assert.Equal(Bsuid, Assert.Single(await product.Contacts()).Bsuid);
    }

    [Fact]
    public async Task A_new_user_id_means_the_contact_who_had_the_one_before()
    {
        await using var product = await Product.StartAsync();
        await Take(product, "wamid.1", "Hello", null, Bsuid);

        var update = Update(product, Bsuid, NewBsuid);
        Assert.Equal(1, (await product.Take(update)).Taken);
        Assert.Equal(1, (await product.Take(update)).Taken);
        await Take(product, "wamid.2", "Hello again", null, NewBsuid);
        await Take(product, "wamid.0", "Came late", null, Bsuid);

        var contact = Assert.Single(await product.Contacts());
        Assert.Equal(NewBsuid, contact.Bsuid);
        Assert.Equal(3, Assert.Single(await product.Threads()).Unread);
    }

    [Fact]
    public async Task A_new_user_id_that_somebody_wrote_with_already_merges_the_two()
    {
        await using var product = await Product.StartAsync();
        await Take(product, "wamid.1", "Hello", null, Bsuid);
        await Take(product, "wamid.2", "Hello again", null, NewBsuid);

        await product.Take(Update(product, Bsuid, NewBsuid));

        Assert.Equal(NewBsuid, Assert.Single(await product.Contacts()).Bsuid);
    }

    [Fact]
    public async Task A_new_user_id_for_nobody_is_kept_raw()
    {
        await using var product = await Product.StartAsync();

        Assert.Equal(1, (await product.Take(Update(product, Bsuid, NewBsuid))).KeptRaw);
        Assert.Equal("unknown_contact", Assert.Single(await product.RawInbox.List(null, 10)).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Bsuid)]
    public async Task A_contact_who_changes_the_number_is_written_to_at_the_new_one_and_the_old_one_is_free(string? bsuid)
    {
        await using var product = await Product.StartAsync();
        await Take(product, "wamid.1", "Hello", Phone, bsuid);
        product.Clock.Advance(TimeSpan.FromSeconds(5));
        var change = NumberChange(product, "wamid.change", Phone, bsuid, NewPhone);

        await product.Take(change);
        await product.Take(change);

        Assert.Equal(NewPhone, Assert.Single(await product.Contacts()).Phone);
        product.Clock.Advance(TimeSpan.FromSeconds(5));
        await Take(product, "wamid.2", "Somebody else", Phone, bsuid is null ? null : "DE.9");
        await Take(product, "wamid.3", "From the new number", NewPhone, bsuid);

        Assert.Equal(2, (await product.Contacts()).Count);
        Assert.Equal([1, 3], (await product.Threads()).Select(thread => thread.Unread).Order());
    }

    [Fact]
    public async Task Whose_number_went_to_somebody_else_is_not_written_to_there_any_more()
    {
        await using var product = await Product.StartAsync();
        await Take(product, "wamid.1", "Hello", Phone, Bsuid);
        var before = Assert.Single(await product.Contacts());
        product.Clock.Advance(TimeSpan.FromSeconds(5));
        await Take(product, "wamid.2", "Somebody else", Phone, "DE.9");

        var contacts = await product.Contacts();
        Assert.Equal((null, Phone), (contacts.Single(contact => contact.Bsuid == Bsuid).Phone, contacts.Single(contact => contact.Bsuid == "DE.9").Phone));
        var talk = new Talk(product, new ConversationKey(Firms.Northwind, Firms.Line, before.Id), await product.WhatsApp.Phone(Phone, new { name = "Other" }));
        await talk.Send("For whom I know");
        await product.Until(async () => await talk.CountInLog("attempt_started") == 1, "attempt");
        Assert.Equal(1, await talk.CountInLog("phone_lost"));
        Assert.DoesNotContain(await talk.Phone.Shown(), message => message.Body.Contains("For whom I know", StringComparison.Ordinal));
    }

    private static async Task<(Talk Older, Talk Newer)> MetApart(Product product, string second = "By user id")
    {
        await Take(product, "wamid.phone", "By phone", Phone, null);
        product.Clock.Advance(TimeSpan.FromSeconds(5));
        await Take(product, "wamid.bsuid", second, null, Bsuid);
        product.Clock.Advance(TimeSpan.FromSeconds(5));
        var contacts = await product.Contacts();
        return (await Talk(contacts.Single(contact => contact.Phone == Phone)), await Talk(contacts.Single(contact => contact.Bsuid == Bsuid)));

        async Task<Talk> Talk(ContactCard contact) => new(
            product, new ConversationKey(Firms.Northwind, Firms.Line, contact.Id), await product.WhatsApp.Phone(Phone, new { name = "Ada" }));
    }

    private static IContactGrain Contact(Product product, Talk talk) =>
        product.Grains.GetGrain<IContactGrain>(GrainKeys.Contact(Firms.Northwind, talk.Key.Contact));

    private static async Task Take(Product product, string wamid, string text, string? phone, string? bsuid) =>
        Assert.Equal(1, (await product.Take(WebhookBodies.Of(WebhookBodies.Text(wamid, text, product.Clock.GetUtcNow(), phone, bsuid)))).Taken);

    private static byte[] Update(Product product, string previous, string current)
    {
        var change = WebhookBodies.Text("x", "x", product.Clock.GetUtcNow());
        change["field"] = "user_id_update";
        var value = change["value"]!.AsObject();
        value.Remove("messages");
        value.Remove("contacts");
        value["user_id_update"] = new JsonArray(new JsonObject
        {
            ["user_id"] = new JsonObject { ["previous"] = previous, ["current"] = current },
            ["timestamp"] = product.Clock.GetUtcNow().ToUnixTimeSeconds(),
        });
        return WebhookBodies.Of(change);
    }

    private static byte[] NumberChange(Product product, string wamid, string phone, string? bsuid, string number)
    {
        var change = WebhookBodies.Text(wamid, "", product.Clock.GetUtcNow(), phone, bsuid);
        change["value"]!.AsObject().Remove("contacts");
        var message = change["value"]!["messages"]![0]!.AsObject();
        message.Remove("text");
        message["type"] = "system";
        message["system"] = new JsonObject
        {
            ["body"] = "Changed", ["wa_id"] = number.TrimStart('+'), ["type"] = "user_changed_number",
        };
        return WebhookBodies.Of(change);
    }
}
