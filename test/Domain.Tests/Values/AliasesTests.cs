using MultiLine.Domain.Contacts;

namespace MultiLine.Domain.Tests.Values;

public sealed class AliasesTests
{
    private static readonly Aliases Both = new("+4915112345678", "DE.1");

    [Fact]
    public void What_is_newly_known_counts_and_what_is_missing_takes_nothing_away()
    {
        Assert.Equal(new Aliases("+4915112345678", "DE.2"), Both.With(new Aliases(null, "DE.2")));
        Assert.Equal(Both, Both.With(Aliases.None));
        Assert.Equal(Both, Aliases.None.With(Both));
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
    public void Aliases_that_nobody_holds_are_a_new_contacts() =>
        Assert.Equal(new ResolvedAlias(null, Both, false), AliasResolution.Decide(Both, null, null));

    [Fact]
    public void A_contact_known_by_one_alias_is_given_the_other()
    {
        Assert.Equal(new ResolvedAlias("c1", new Aliases(null, "DE.1"), false), AliasResolution.Decide(Both, null, "c1"));
        Assert.Equal(new ResolvedAlias("c1", new Aliases("+4915112345678", null), false), AliasResolution.Decide(Both, "c1", null));
    }

    [Fact]
    public void The_BSUID_decides_where_the_two_point_at_different_contacts()
    {
        Assert.Equal(new ResolvedAlias("c1", Aliases.None, true), AliasResolution.Decide(Both, "c1", "c2"));
        Assert.Equal(new ResolvedAlias("c1", Aliases.None, false), AliasResolution.Decide(Both, "c1", "c1"));
    }
}
