using MultiLine.Domain.Contacts;

namespace MultiLine.Domain.Tests.Values;

public sealed class AliasResolutionTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Aliases Both = new Aliases("+4915112345678", "DE.1").AsOf(At);

    [Fact]
    public void Aliases_that_nobody_holds_are_a_new_contacts() =>
        Assert.Equal(new ResolvedAlias(null) { ToClaim = Both }, AliasResolution.Decide(Both, null, null));

    [Fact]
    public void A_contact_known_by_one_alias_is_given_the_other()
    {
        Assert.Equal(new ResolvedAlias("c1") { ToClaim = new Aliases(null, "DE.1") }, AliasResolution.Decide(Both, null, Known("c1", "+4915112345678", null)));
        Assert.Equal(new ResolvedAlias("c1") { ToClaim = new Aliases("+4915112345678", null) }, AliasResolution.Decide(Both, Known("c1", null, "DE.1"), null));
        Assert.Equal(new ResolvedAlias("c1"), AliasResolution.Decide(Both, Known("c1"), Known("c1")));
    }

    [Fact]
    public void A_number_that_the_contact_has_left_since_is_not_taken_again_when_a_message_from_it_comes_late() =>
        Assert.Equal(new ResolvedAlias("c1"), AliasResolution.Decide(Both, Known("c1", "+1234567", "DE.1", At.AddSeconds(1)), null));

    [Fact]
    public void One_met_by_number_and_one_met_by_BSUID_are_one_when_both_are_told_and_the_older_goes_on()
    {
        Assert.Equal(new ResolvedAlias("c1") { Merge = "c2" }, AliasResolution.Decide(Both, Known("c1", null, "DE.1"), Known("c2", "+4915112345678", null)));
        Assert.Equal(new ResolvedAlias("c1") { Merge = "c2" }, AliasResolution.Decide(Both, Known("c2", null, "DE.1"), Known("c1", "+4915112345678", null)));
    }

    [Theory]
    [InlineData("c1")]
    [InlineData(null)]
    public void A_number_that_another_BSUID_had_goes_over_to_who_writes_from_it_now(string? person)
    {
        var resolved = AliasResolution.Decide(Both, person is null ? null : Known(person, null, "DE.1"), Known("c2", "+4915112345678", "DE.2", At.AddSeconds(-1)));

        Assert.Equal((person, "c2", null), (resolved.Contact, resolved.TakePhoneFrom, resolved.Merge));
        Assert.Equal(person is null ? new Aliases(null, "DE.1") : Aliases.None, resolved.ToClaim);
        Assert.False(resolved.PhoneIsAnothers);
    }

    [Fact]
    public void What_is_older_than_the_proof_that_the_number_is_anothers_takes_nothing_from_it()
    {
        var resolved = AliasResolution.Decide(Both, null, Known("c2", "+4915112345678", "DE.2", At.AddSeconds(1)));

        Assert.Equal(((string?)null, (string?)null, true), (resolved.Contact, resolved.TakePhoneFrom, resolved.PhoneIsAnothers));
    }

    [Fact]
    public void A_number_that_a_person_enters_means_whoever_has_it() =>
        Assert.Equal(
            new ResolvedAlias("c2") { ToClaim = Aliases.None },
            AliasResolution.Decide(new Aliases("+4915112345678", null), null, Known("c2", "+4915112345678", "DE.2", At)));

    private static KnownContact Known(string id, string? phone = "+4915112345678", string? bsuid = "DE.1", DateTimeOffset? at = null) =>
        new(id, new Aliases(phone, bsuid).AsOf(at));
}
