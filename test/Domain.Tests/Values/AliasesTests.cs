using MultiLine.Domain.Contacts;

namespace MultiLine.Domain.Tests.Values;

public sealed class AliasesTests
{
    private static readonly Aliases Both = new("+4915112345678", "DE.1");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_newly_known_counts_and_what_is_missing_takes_nothing_away()
    {
        var both = Both.AsOf(At);
        Assert.Equal(both with { Bsuid = "DE.2", BsuidAt = At.AddSeconds(1) }, both.With(new Aliases(null, "DE.2").AsOf(At.AddSeconds(1))));
        Assert.Equal(both, both.With(Aliases.None));
        Assert.Equal(both, Aliases.None.With(both));
    }

    [Fact]
    public void What_a_person_said_is_replaced_by_what_the_provider_says_and_never_the_other_way()
    {
        var other = new Aliases("+1234567", "DE.2");
        Assert.Equal(other.AsOf(At), Both.With(other.AsOf(At)));
        Assert.Equal(Both.AsOf(At), Both.With(Both.AsOf(At)));
        Assert.Equal(Both.AsOf(At), Both.AsOf(At).With(other));
        Assert.Equal(Both, Both.With(other));
    }

    [Fact]
    public void An_older_alias_replaces_none_and_of_two_in_one_second_the_same_one_wins_in_any_order()
    {
        var (one, two) = (new Aliases("+1234567", "DE.1").AsOf(At), new Aliases("+7654321", "DE.2").AsOf(At));
        Assert.Equal(two, one.With(two));
        Assert.Equal(two, two.With(one));
        Assert.Equal(one, one.With(two.AsOf(At.AddSeconds(-1))));
        Assert.Equal(one, one.With(one.AsOf(At.AddSeconds(1))));
    }

    [Fact]
    public void A_contact_without_both_cannot_be_addressed()
    {
        Assert.True(Aliases.None.IsEmpty);
        Assert.False(new Aliases(null, "DE.1").IsEmpty);
        Assert.False(new Aliases("+1234567", null).IsEmpty);
    }

    [Fact]
    public void Aliases_are_claimed_by_kind_the_BSUID_first()
    {
        Assert.Equal(["bsuid:DE.1", "phone:+4915112345678"], Both.Keys);
        Assert.Equal(["phone:+1234567"], new Aliases("+1234567", null).Keys);
        Assert.Empty(Aliases.None.Keys);
    }

    [Fact]
    public void A_number_that_was_lost_is_gone_unless_it_was_told_later()
    {
        var both = Both.AsOf(At);
        var lost = Aliases.None with { PhoneAt = At.AddSeconds(1) };
        Assert.Equal(both with { Phone = null, PhoneAt = At.AddSeconds(1) }, both.With(lost));
        Assert.Equal(both.AsOf(At.AddSeconds(2)), both.AsOf(At.AddSeconds(2)).With(lost));
        Assert.Null(both.With(lost).With(both).Phone);
        Assert.Equal("+1234567", both.With(lost).With(new Aliases("+1234567", null).AsOf(At.AddSeconds(2))).Phone);
    }

    [Fact]
    public void Two_BSUIDs_are_two_people_whatever_number_they_write_from()
    {
        Assert.True(AliasResolution.MayBe(new Aliases("+1", null), Both));
        Assert.True(AliasResolution.MayBe(Both, new Aliases("+1", null)));
        Assert.True(AliasResolution.MayBe(Both, Both));
        Assert.False(AliasResolution.MayBe(Both, Both with { Bsuid = "DE.2" }));
    }

    [Fact]
    public void A_known_contact_is_given_what_else_the_provider_calls_it_but_never_another_persons_BSUID()
    {
        Assert.Equal(new Aliases("+1234567", null), AliasResolution.Additional(Both, new Aliases("+1234567", "DE.1")));
        Assert.Equal(new Aliases(null, "DE.1"), AliasResolution.Additional(new Aliases("+1234567", null), new Aliases("+1234567", "DE.1")));
        Assert.True(AliasResolution.Additional(Both, Both).IsEmpty);
        Assert.True(AliasResolution.Additional(Both, Aliases.None).IsEmpty);
        Assert.True(AliasResolution.Additional(Both, new Aliases("+1234567", "DE.2")).IsEmpty);
    }
}
