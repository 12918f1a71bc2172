using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>Which version of the opt-in request is sent.</summary>
public sealed class OptInVersionTests
{
    private static readonly OptInVersion English = new(1, "en_US", IsApproved: true);
    private static readonly OptInVersion German = new(2, "de", IsApproved: true);

    [Fact]
    public void The_last_approved_version_of_a_language_is_sent_until_a_newer_one_is_approved()
    {
        OptInVersion edited = new(3, "de", IsApproved: false);

        Assert.Equal(German, OptInVersions.InUse([English, German, edited], ["de", "en_US"]));
        Assert.Equal(edited with { IsApproved = true }, OptInVersions.InUse([English, German, edited with { IsApproved = true }], ["de", "en_US"]));
        Assert.Equal(edited, OptInVersions.Newest([edited, English, German], "de"));
    }

    [Fact]
    public void With_none_approved_in_the_chosen_language_the_defaults_is_sent() =>
        Assert.Equal(English, OptInVersions.InUse([English, German with { IsApproved = false }], ["de", "en_US"]));

    [Fact]
    public void What_is_approved_in_a_language_that_nobody_asked_for_is_not_sent() =>
        Assert.Equal(English with { IsApproved = false }, OptInVersions.InUse([English with { IsApproved = false }, German], ["en_US"]));

    [Fact]
    public void With_none_approved_the_newest_in_the_first_language_says_why()
    {
        OptInVersion[] versions = [English with { IsApproved = false }, German with { IsApproved = false }];

        Assert.Equal(versions[1], OptInVersions.InUse(versions, ["de", "en_US"]));
        Assert.Equal(versions[0], OptInVersions.InUse(versions, ["fr", "en_US"]));
        Assert.Null(OptInVersions.InUse(versions, ["fr"]));
        Assert.Null(OptInVersions.Newest(versions, "fr"));
    }
}
