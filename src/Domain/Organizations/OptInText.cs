namespace MultiLine.Domain.Organizations;

/// <summary>The words of the opt-in request. <c>{{1}}</c> stands for the contact's name, <c>{{2}}</c> for the organisation's.</summary>
public sealed record OptInText(string Language, string Body, string? Footer, string Accept, string Decline)
{
    public static OptInText Default { get; } = new(
        "en_US",
        "Hello {{1}}, {{2}} would like to send you messages about your business with us on WhatsApp. Our messages are recorded. Do you agree?",
        "Reply STOP at any time.",
        "Yes",
        "No");
}
