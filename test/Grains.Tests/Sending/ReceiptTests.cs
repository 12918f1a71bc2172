using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>What the contact sees of our reading.</summary>
public sealed class ReceiptTests
{
    private static ReceiptRequest Reads { get; } = new(Firms.Person, Place: null, Typing: false);

    [Fact]
    public async Task The_contact_sees_what_was_read_up_to_a_place_and_not_what_came_after()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Clock.Advance(TimeSpan.FromSeconds(2));
        var read = await talk.Hears("Are you there?");
        product.Clock.Advance(TimeSpan.FromSeconds(2));
        await talk.Delivered("Yes");
        await talk.Hears("Good");

        var receipt = await talk.Conversation.FindReceipt(Reads with { Place = read.Place + 1 });
        Assert.Equal(new Receipt(Firms.NorthwindNumber, read.ProviderMessageId!, Typing: false), receipt);
        await product.Grains.GetGrain<IReceiptGrain>(Firms.Northwind).Show(receipt!);

        await product.Until(async () => (await talk.Phone.Read()).Count == 2, "two messages that the contact sees read");
        Assert.Equal(["Good morning", "Are you there?"], await talk.Phone.Read());
    }

    [Fact]
    public async Task Of_a_contact_who_has_not_written_nothing_is_shown()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();

        Assert.Null(await talk.Conversation.FindReceipt(Reads));
    }

    [Fact]
    public async Task Nothing_is_shown_twice_and_typing_again_only_when_it_is_about_to_end()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        Assert.NotNull(await talk.Conversation.FindReceipt(Reads));
        Assert.Null(await talk.Conversation.FindReceipt(Reads));
        Assert.NotNull(await talk.Conversation.FindReceipt(Reads with { Typing = true }));
        Assert.Null(await talk.Conversation.FindReceipt(Reads with { Typing = true }));
        Assert.Null(await talk.Conversation.FindReceipt(Reads));
        product.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.NotNull(await talk.Conversation.FindReceipt(Reads with { Typing = true }));
        await talk.Hears("One more");
        Assert.NotNull(await talk.Conversation.FindReceipt(Reads));
    }

    [Fact]
    public async Task Nothing_is_shown_to_who_wants_no_messages_nor_by_who_may_not_write()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        Assert.Null(await talk.Conversation.FindReceipt(Reads with { Person = "nobody" }));
        await talk.Hears("STOP");
        Assert.Null(await talk.Conversation.FindReceipt(Reads));
    }

    [Fact]
    public async Task What_the_provider_does_not_take_harms_nobody()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var receipt = (await talk.Conversation.FindReceipt(Reads))!;

        await product.Grains.GetGrain<IReceiptGrain>(Firms.Northwind).Show(receipt with { ProviderMessageId = "wamid.nobody", Typing = true });
        await product.Grains.GetGrain<IReceiptGrain>(Firms.Northwind).Show(receipt with { Typing = true });

        await product.Until(async () => (await talk.Phone.Read()).Count == 1, "the message that the contact sees read");
    }
}
