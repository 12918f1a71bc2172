using System.Text.Json.Serialization;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Templates;

/// <param name="Language">For example <c>en_US</c>. Of each language there is one text.</param>
/// <param name="Body"><c>{{1}}</c> stands for the contact's name, <c>{{2}}</c> for the organisation's, and there are no others; up to 1,024 characters.</param>
/// <param name="Accept">The title of the button that agrees; up to 25 characters.</param>
/// <param name="Decline">The title of the button that declines; up to 25 characters.</param>
/// <param name="Footer">Below the body; up to 60 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewOptInWords(string Language, string Body, string Accept, string Decline, string? Footer = null)
{
    internal OptInWords ToWords()
    {
        TemplateWords.CheckLanguage(Language);
        TemplateWords.CheckText("body", Body, TemplateWords.LongestBody);
        TemplateWords.CheckVariables("body", Body, "1", "2");
        TemplateWords.CheckOptionalText("footer", Footer, TemplateWords.LongestLine);
        TemplateWords.CheckText("accept", Accept, TemplateWords.LongestButton);
        TemplateWords.CheckText("decline", Decline, TemplateWords.LongestButton);
        return new OptInWords(Language, Body, Footer, Accept, Decline);
    }
}
