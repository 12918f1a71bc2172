using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Tests.Values;

public sealed class OrganizationTests
{
    private static readonly Organization Acme = new()
    {
        Id = "acme",
        Name = "Acme",
        WhatsAppEnabled = true,
        Lines = [new Line("l1", "One") { Numbers = [new LineNumber(Channel.Sms, "s1", "+1"), new LineNumber(Channel.WhatsApp, "n1", "+2")] }, new Line("l2", "Two")],
        People = [new Person("anna", "Anna") { Lines = ["l1", "l2"] }, new Person("ben", "Ben") { Lines = ["l1"], WhatsAppEnabled = false }],
    };

    [Fact]
    public void A_line_sends_from_its_number_on_the_channel()
    {
        Assert.Equal("n1", Acme.SendingNumber("l1", Channel.WhatsApp));
        Assert.Null(Acme.SendingNumber("l2", Channel.WhatsApp));
        Assert.Null(Acme.SendingNumber("nobody", Channel.WhatsApp));
        Assert.Null((Acme with { WhatsAppEnabled = false }).SendingNumber("l1", Channel.WhatsApp));
    }

    [Theory]
    [InlineData("anna", "l1", true)]
    [InlineData("anna", "l2", false)]
    [InlineData("ben", "l1", false)]
    [InlineData("nobody", "l1", false)]
    public void A_person_uses_WhatsApp_where_organisation_person_and_line_have_it(string person, string line, bool may) =>
        Assert.Equal(may, Acme.MayUse(person, line, Channel.WhatsApp));

    [Theory]
    [InlineData("anna", "l1", true)]
    [InlineData("anna", "l2", false)]
    [InlineData("ben", "l1", true)]
    [InlineData("nobody", "l1", false)]
    public void A_person_uses_SMS_where_the_line_has_a_number_for_it(string person, string line, bool may)
    {
        Assert.Equal(may, Acme.MayUse(person, line, Channel.Sms));
        Assert.Equal(may, (Acme with { WhatsAppEnabled = false }).MayUse(person, line, Channel.Sms));
    }

    [Fact]
    public void The_notice_before_the_first_SMS_names_the_organisation_and_the_word_that_stops_it()
    {
        Assert.StartsWith("Acme will send you messages", Acme.SmsNotice, StringComparison.Ordinal);
        Assert.Contains("STOP", Acme.SmsNotice, StringComparison.Ordinal);
        Assert.Equal("This is Acme.", (Acme with { SmsDisclaimer = "This is {{1}}." }).SmsNotice);
        Assert.Equal("This is {{1}}.", (Acme with { SmsDisclaimer = "This is {{1}}." }).SmsNoticeTemplate);
    }

    [Fact]
    public void A_person_uses_only_lines_of_its_own() =>
        Assert.False((Acme with { People = [new Person("anna", "Anna") { Lines = ["l2"] }] }).MayUse("anna", "l1", Channel.WhatsApp));
}
