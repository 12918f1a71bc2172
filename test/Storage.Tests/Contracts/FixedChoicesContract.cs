using System.Globalization;
using MultiLine.Storage.Choices;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class FixedChoicesContract : StorageContract
{
    private IFixedChoices Choices => Port<IFixedChoices>();

    [Fact]
    public async Task The_first_choice_stays()
    {
        Assert.Equal("1", await Choices.ChooseAsync("count", "1"));
        Assert.Equal("1", await Choices.ChooseAsync("count", "4"));
        Assert.Equal("4", await Choices.ChooseAsync("another", "4"));
    }

    [Fact]
    public async Task A_choice_outlives_a_restart()
    {
        await Choices.ChooseAsync("count", "1");

        await Storage.ReopenAsync();

        Assert.Equal("1", await Choices.ChooseAsync("count", "4"));
    }

    [Fact]
    public async Task All_who_choose_at_once_hear_the_same()
    {
        var heard = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => Task.Run(() => Choices.ChooseAsync("count", number.ToString(CultureInfo.InvariantCulture)))));

        Assert.Single(heard.Distinct());
    }
}
