using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class DetectorsTests
{
    [Fact]
    public void Every_detector_has_a_type_of_its_own_and_says_what_it_finds()
    {
        Assert.Equal(Detectors.All.Length, Detectors.All.Select(d => d.Type).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Detectors.All, d => Assert.Matches("^[A-Z_]+$", d.Type));
        Assert.All(Detectors.All, d => Assert.EndsWith(".", d.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void A_set_has_the_types_that_were_asked_for_or_names_the_one_there_is_not()
    {
        Assert.True(DetectorSet.TryCreate(["US_SSN"], out var set, out _));
        Assert.True(set.Contains("US_SSN"));
        Assert.False(set.Contains("URL"));
        Assert.False(DetectorSet.TryCreate(["US_SSN", "us_ssn"], out _, out var unknown));
        Assert.Equal("us_ssn", unknown);
    }

    [Fact]
    public void What_is_found_of_one_type_does_not_depend_on_the_others()
    {
        const string text = "IBAN DE89 3704 0044 0532 0130 00, ring +49 30 1234567";
        Assert.True(DetectorSet.TryCreate(["PHONE_NUMBER"], out var phones, out _));

        Assert.Equal(Found.All(text).Where(h => h.Type == "PHONE_NUMBER"), Found.Of(text, phones));
    }

    [Fact]
    public void What_the_list_held_before_stays()
    {
        List<Hit> hits = [new("OTHER", 5, 9, 0.5)];

        Detectors.Find("536-22-8441", DetectorSet.All, hits);

        Assert.Equal(["OTHER", "US_SSN"], hits.Select(h => h.Type));
    }

    [Fact]
    public void A_word_nearby_makes_a_hit_surer()
    {
        Assert.Equal(0.85, Assert.Single(Found.All("536-22-8441")).Score);
        Assert.Equal(1, Assert.Single(Found.All("SSN 536-22-8441")).Score);
    }
}
