using MultiLine.Domain.Consent;

namespace MultiLine.Domain.Tests;

public sealed class ConsentWordsTests
{
    [Theory]
    [InlineData("yes", ConsentAnswer.Yes)]
    [InlineData("  YES!!! ", ConsentAnswer.Yes)]
    [InlineData("✅ Yes", ConsentAnswer.Yes)]
    [InlineData("Start", ConsentAnswer.Yes)]
    [InlineData("Sí", ConsentAnswer.Yes)]
    [InlineData("No.", ConsentAnswer.No)]
    [InlineData("Nein", ConsentAnswer.No)]
    [InlineData("“STOP”", ConsentAnswer.Stop)]
    [InlineData("unsubscribe\n", ConsentAnswer.Stop)]
    [InlineData("Arrêt", ConsentAnswer.Stop)]
    public void A_word_by_itself_is_an_answer_however_it_is_written(string text, ConsentAnswer answer) =>
        Assert.Equal(answer, ConsentWords.Default.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("👍")]
    [InlineData("yes please")]
    [InlineData("Don't stop")]
    [InlineData("no problem")]
    [InlineData("stopping")]
    public void A_sentence_with_the_word_in_it_is_no_answer(string? text) => Assert.Equal(ConsentAnswer.None, ConsentWords.Default.Read(text));

    [Theory]
    [InlineData("Si\u0301", ConsentAnswer.Yes)]
    [InlineData("na\u0303o", ConsentAnswer.No)]
    [InlineData("arre\u0302t", ConsentAnswer.Stop)]
    public void An_accent_counts_the_same_whether_it_is_a_part_of_the_letter_or_follows_it(string text, ConsentAnswer answer) =>
        Assert.Equal(answer, ConsentWords.Default.Read(text));

    [Fact]
    public void Broken_text_is_no_answer() => Assert.Equal(ConsentAnswer.None, ConsentWords.Default.Read("st\uD800op"));

    [Fact]
    public void An_organisations_own_words_replace_the_default_ones()
    {
        var words = ConsentWords.Of(["Okay!"], ["Nope"], ["Schluss"]);

        Assert.Equal(ConsentAnswer.Yes, words.Read("okay"));
        Assert.Equal(ConsentAnswer.No, words.Read("NOPE"));
        Assert.Equal(ConsentAnswer.Stop, words.Read("schluss."));
        Assert.Equal(ConsentAnswer.None, words.Read("yes"));
    }

    [Fact]
    public void A_word_that_is_in_several_lists_is_taken_in_its_strictest_sense()
    {
        var words = ConsentWords.Of(["a", "b", "c"], ["b", "c"], ["c"]);

        Assert.Equal((ConsentAnswer.Yes, ConsentAnswer.No, ConsentAnswer.Stop), (words.Read("a"), words.Read("b"), words.Read("c")));
    }

    [Fact]
    public void A_sign_in_the_list_of_words_does_not_make_every_sign_a_yes()
    {
        var words = ConsentWords.Of(["👍"], ["no"], ["stop"]);

        Assert.Equal(ConsentAnswer.None, words.Read("🙁"));
        Assert.Equal(ConsentAnswer.None, words.Read(""));
    }

    [Theory]
    [InlineData("optin:yes:m1", ConsentAnswer.Yes)]
    [InlineData("optin:no:m1", ConsentAnswer.No)]
    [InlineData("optin:maybe:m1", ConsentAnswer.None)]
    [InlineData("OPTIN:YES:m1", ConsentAnswer.None)]
    [InlineData(null, ConsentAnswer.None)]
    public void A_button_answers_by_what_it_carries(string? payload, ConsentAnswer answer) => Assert.Equal(answer, OptInPayload.Read(payload));

    [Theory]
    [InlineData("Yes", ConsentAnswer.None)]
    [InlineData("No", ConsentAnswer.None)]
    [InlineData("Cancel", ConsentAnswer.None)]
    [InlineData("Quit", ConsentAnswer.None)]
    [InlineData("Stop the clock", ConsentAnswer.None)]
    [InlineData(null, ConsentAnswer.None)]
    [InlineData("STOP", ConsentAnswer.Stop)]
    [InlineData("Stopp!", ConsentAnswer.Stop)]
    [InlineData("Unsubscribe", ConsentAnswer.Stop)]
    public void The_name_of_another_messages_button_is_an_answer_only_if_it_can_mean_nothing_else(string? label, ConsentAnswer answer) =>
        Assert.Equal(answer, ConsentWords.ReadLabel(label));

    [Fact]
    public void The_buttons_of_a_request_carry_its_message()
    {
        Assert.Equal(("optin:yes:m1", "optin:no:m1"), (OptInPayload.Yes("m1"), OptInPayload.No("m1")));
        Assert.Equal(("m1", "m1"), (OptInPayload.Request("optin:yes:m1"), OptInPayload.Request("optin:no:m1")));
        Assert.Null(OptInPayload.Request("appointment:17"));
    }
}
