using MultiLine.Web.Tests.Products;

namespace MultiLine.Web.Tests.Days;

/// <summary>The product whose days are short, seen from beside the pages.</summary>
[Collection(ShortDays.Name)]
public sealed class ShortDayTests(ProductOfShortDays product)
{
    [Fact]
    public async Task A_session_lapses_within_the_test()
    {
        var nora = await product.ApiOfAsync(Bank.Nora);
        var contact = await product.NewContactAsync("Mateo Ferrándiz");

        await product.WritesAsync(contact, "Did the transfer arrive?");
        await product.SendsAsync(contact, "It did.");

        await Eventually.UntilAsync("the end of the session", async () => !(bool)(await nora.GetAsync($"{contact.Thread}/session"))!["session_open"]!);
    }
}
