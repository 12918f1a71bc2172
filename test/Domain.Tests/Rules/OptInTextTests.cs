using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>The opt-in request in an organisation's languages.</summary>
public sealed class OptInTextTests
{
    private static readonly Organization OfOneLanguage = new() { Id = "acme", Name = "Acme" };
    private static readonly OptInText German = new("de", "Hallo {{1}}", null, "Ja", "Nein");
    private static readonly OptInText French = new("fr", "Bonjour {{1}}", null, "Oui", "Non");
    private static readonly Organization OfThree = Changed(Changed(OfOneLanguage.WithOptIn(German)).WithOptIn(French));

    [Fact]
    public void A_language_is_added_beside_the_others() => Assert.Equal([OptInText.Default, German, French], OfThree.OptIns());

    [Fact]
    public void An_edit_changes_its_own_language_only()
    {
        var edited = German with { Body = "Guten Tag {{1}}" };
        var english = OptInText.Default with { Body = "Good day {{1}}" };

        Assert.Equal([english, edited, French], Changed(Changed(OfThree.WithOptIn(edited)).WithOptIn(english)).OptIns());
    }

    [Fact]
    public void The_default_changes_places_with_the_language_that_is_chosen()
    {
        Assert.Equal([French, German, OptInText.Default], Changed(OfThree.WithDefaultOptIn("fr", isApproved: true)).OptIns());
        Assert.Same(OfThree, Changed(OfThree.WithDefaultOptIn("en_US", isApproved: false)));
    }

    [Fact]
    public void A_language_in_which_no_request_is_approved_does_not_become_the_default() =>
        Assert.Equal(
            new Refusal(RefusalCodes.TemplateNotApproved, "The opt-in request in the language fr is not approved yet. It can be the default once it is."),
            OfThree.WithDefaultOptIn("fr", isApproved: false).Refusal);

    [Fact]
    public void A_language_is_removed_and_the_last_of_the_others_leaves_nothing_behind()
    {
        var two = Changed(OfThree.WithoutOptIn("de"));

        Assert.Equal([OptInText.Default, French], two.OptIns());
        Assert.Null(Changed(two.WithoutOptIn("fr")).OtherOptIns);
    }

    [Fact]
    public void The_default_is_never_removed_and_so_neither_the_last() =>
        Assert.Equal(
            new Refusal(RefusalCodes.InvalidRequest, "The language en_US is the default. Choose another default before it is removed."),
            OfThree.WithoutOptIn("en_US").Refusal);

    [Fact]
    public void A_language_that_is_not_there_is_neither_removed_nor_chosen()
    {
        var refusal = new Refusal(RefusalCodes.NotFound, "Your organisation has no opt-in request in the language it.");

        Assert.Equal(refusal, OfThree.WithoutOptIn("it").Refusal);
        Assert.Equal(refusal, OfOneLanguage.WithDefaultOptIn("it", isApproved: true).Refusal);
    }

    private static Organization Changed(OrganizationDecision decision) => decision.Changed!;
}
