using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Tests.Values;

public sealed class TemplatesTests
{
    private static readonly MessageTemplate Template = new()
    {
        Name = "sale", Language = "en_US", Status = TemplateStatus.Approved, Category = "UTILITY",
        Header = "Our {{1}} is on!", Body = "Hello {{client_name}}, shop until {{1}}. Yours, {{1}}", Footer = "Reply STOP to end {{1}}",
    };

    [Fact]
    public void Header_and_body_are_filled_apart_and_joined_with_the_footer()
    {
        Assert.Equal<string>(["1"], Template.HeaderVariables);
        Assert.Equal<string>(["client_name", "1"], Template.BodyVariables);
        Assert.Equal(
            "Our Summer Sale is on!\n\nHello Jane, shop until Sunday. Yours, Sunday\n\nReply STOP to end {{1}}",
            Template.Render(["Summer Sale", "Jane", "Sunday"]).Text);
    }

    [Fact]
    public void Numbered_variables_get_their_values_by_number_whatever_their_place_in_the_text()
    {
        var template = Template with { Header = null, Footer = null, Body = "{{2}} of {{1}}, see {{10}}" };

        Assert.Equal<string>(["1", "2", "10"], template.BodyVariables);
        Assert.Equal("page of book, see index", template.Render(["book", "page", "index"]).Text);
    }

    [Fact]
    public void A_value_is_not_read_for_variables() =>
        Assert.StartsWith("Our {{1}} is on!\n\nHello {{1}}, shop until x.", Template.Render(["{{1}}", "{{1}}", "x"]).Text, StringComparison.Ordinal);

    [Fact]
    public void A_template_without_header_footer_and_variables_is_its_body() =>
        Assert.Equal(new Rendering("Hi", null), (Template with { Header = null, Body = "Hi", Footer = "" }).Render([]));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_wrong_number_of_values_is_refused_with_the_numbers(int count) => Assert.Equal(
        new Refusal(RefusalCodes.TemplateParameters, $"The template “sale” has 3 variables; {count} values were given."),
        Template.Render([.. Enumerable.Repeat("x", count)]).Refusal);

    [Theory]
    [InlineData("", "is missing")]
    [InlineData("  ", "is missing")]
    [InlineData("a\0b", "has the character U+0000")]
    [InlineData("a\nb", "has a line break or tab")]
    [InlineData("a\rb", "has a line break or tab")]
    [InlineData("a\tb", "has a line break or tab")]
    [InlineData("a     b", "has more than four spaces in a row")]
    public void A_value_that_the_provider_would_refuse_is_refused_by_name(string value, string fault) =>
        Assert.Equal($"The value of {{{{client_name}}}} {fault}.", Template.Render(["x", value, "x"]).Refusal?.Message);

    [Fact]
    public void A_value_may_have_1024_characters_and_four_spaces_in_a_row()
    {
        Assert.Null(Template.Render([new string('x', 1024), "a    b", "x"]).Refusal);
        Assert.Equal(
            "The value of {{header.1}} has 1025 characters, 1024 at the most.", Template.Render([new string('x', 1025), "x", "x"]).Refusal?.Message);
    }

    [Fact]
    public void Braces_around_anything_but_a_name_are_text() =>
        Assert.Empty((Template with { Header = null, Body = "{{}} {{A b}} {1} {{x" }).BodyVariables);
}
