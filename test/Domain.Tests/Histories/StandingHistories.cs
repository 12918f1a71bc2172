using MultiLine.Domain.Conversations;

namespace MultiLine.Domain.Tests.Histories;

public sealed class StandingHistories
{
    [Fact]
    public void What_is_shown_as_possible_is_what_is_accepted_then() => Property.Holds(History.Any, history =>
    {
        var talk = Story.Play(history).Talk;
        var shown = Standing.Of(talk.State, Channel.WhatsApp, talk.Facts, talk.Rules, talk.Now);
        Assert.Equal(shown.Text, talk.Send().Refusal);
        Assert.Equal(shown.Template, talk.SendTemplate().Refusal);
        Assert.Equal(shown.OptIn, talk.Ask().Refusal);
    });
}
