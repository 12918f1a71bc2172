using System.Text.Json.Serialization;
using MultiLine.Api.Http;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Api.Templates;

/// <param name="Name">Lower-case letters, digits and underscores, up to 512.</param>
/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="Category">What it is for.</param>
/// <param name="Body">With variables as <c>{{1}}</c>; up to 1,024 characters.</param>
/// <param name="Header">Above the body; up to 60 characters.</param>
/// <param name="Footer">Below the body; up to 60 characters.</param>
/// <param name="Buttons">Titles of quick replies, up to 25 characters each; ten at the most.</param>
/// <param name="Examples">A value for each variable; the reviewers want to see them.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewTemplate(
    string Name,
    string Language,
    TemplateCategory Category,
    string Body,
    string? Header = null,
    string? Footer = null,
    IReadOnlyList<string>? Buttons = null,
    IReadOnlyList<string>? Examples = null)
{
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components"/></remarks>
    internal TemplateDraft ToDraft()
    {
        TemplateWords.CheckName(Name);
        TemplateWords.CheckLanguage(Language);
        TemplateWords.CheckText("body", Body, TemplateWords.LongestBody);
        TemplateWords.CheckOptionalText("header", Header, TemplateWords.LongestLine);
        TemplateWords.CheckOptionalText("footer", Footer, TemplateWords.LongestLine);
        TemplateWords.CheckButtons(Buttons ?? []);
        TemplateWords.CheckOneFormat(Header, Body);
        TemplateWords.CheckTexts("examples", Examples ?? [], TemplateWords.LongestBody);
        return new TemplateDraft
        {
            Name = Name,
            Language = Language,
            Category = Words.Of(Category),
            Header = Header,
            Body = Body,
            Footer = Footer,
            Buttons = Buttons ?? [],
            Examples = Examples ?? [],
        };
    }
}

/// <summary>As the provider names them.</summary>
public enum TemplateCategory
{
    [JsonStringEnumMemberName("UTILITY")]
    Utility,

    [JsonStringEnumMemberName("MARKETING")]
    Marketing,
}
