using System.Text;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>The names and numbers of today beside those that were ever given out.</summary>
public sealed class ContractListTests
{
    private const string List = "v1/contracts.txt";

    [Fact]
    public void Nothing_that_another_version_may_speak_of_is_gone_or_changed()
    {
        var gone = Listed().Except(ContractList.Today, StringComparer.Ordinal).ToList();

        Assert.True(gone.Count == 0, $"""
            Gone or changed, and on the list {List}:
            {string.Join('\n', gone)}
            A silo of another version, a waiting message or something stored still speaks of it. Put it back; what is to be different is a new
            member with a new id, a new method or a new record beside it. A line may be deleted when no version in service and nothing
            stored says it any more; its id and its name are never given to something else.
            """);
    }

    [Fact]
    public void Whatever_another_version_will_speak_of_is_on_the_list()
    {
        var listed = Listed();
        var added = ContractList.Today.Except(listed, StringComparer.Ordinal).ToList();
        if (added.Count > 0 && GoldenFiles.Target is not null)
        {
            var lines = listed.Concat(added).Order(StringComparer.Ordinal);
            GoldenFiles.Replace(List, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))));
            return;
        }

        Assert.True(added.Count == 0, $"""
            New, and not on the list {List}:
            {string.Join('\n', added)}
            Once it is released it stays as it is. {GoldenFiles.HowToWrite}
            """);
    }

    /// <summary>What is found by reflection could be found no more, and nobody would miss it.</summary>
    [Theory]
    [InlineData("call ml.IConversationGrain Send(ml.SendRequest) -> ml.SendResult")]
    [InlineData("grain archive follows multiline.archive")]
    [InlineData("grain conversation: ml.IConversationGrain, string key")]
    [InlineData("key Sender(organization, channel, number): organization/whatsapp/number")]
    [InlineData("record ml.ContactCard  3 Bsuid: string")]
    [InlineData("record ml.TemplateCatalogState  0 Templates: IList<ml.TemplateCard>")]
    [InlineData("reminder of conversation: session-end:")]
    [InlineData("state catalog of template-catalog in grains: ml.TemplateCatalogState")]
    [InlineData("stream Provider: conversations")]
    public void The_list_speaks_of_calls_streams_and_what_is_stored(string line) => Assert.Contains(line, ContractList.Today);

    private static string[] Listed() => GoldenFiles.Exists(List) ? GoldenFiles.ReadText(List).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
}
