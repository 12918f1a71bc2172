using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Search;
using MultiLine.Storage.Search;

namespace MultiLine.Grains.Archive.Search;

/// <summary>
/// By which tokens a message is found. Another way to make them needs the index made anew, which a migration of storage begins: it empties the index
/// and its places.
/// </summary>
/// <param name="tokens">Of the organisation.</param>
internal sealed class MessageTokens(SearchTokens tokens)
{
    /// <summary>Every message has it.</summary>
    public string Any => tokens.Field("any", "");

    public string Word(string folded) => tokens.Word(folded);

    public string Line(string line) => tokens.Field("line", line);

    public string Contact(string contact) => tokens.Field("contact", contact);

    public string Author(string person) => tokens.Field("author", person);

    public string On(string channel) => tokens.Field("channel", channel);

    public string Direction(bool inbound) => tokens.Field("direction", inbound ? "in" : "out");

    public string Action(string action) => tokens.Field("action", action);

    public string Rule(string rule) => tokens.Field("rule", rule);

    public string Found(string type) => tokens.Field("found", type);

    /// <param name="conversation">Whose event.</param>
    /// <param name="e">The event.</param>
    /// <param name="content">What it says; null where that is not kept, or can't be shown.</param>
    public IReadOnlyCollection<string> Of(ConversationKey conversation, SearchableEvent e, MessageContent? content)
    {
        HashSet<string> all = [Any, Line(conversation.Line), Contact(conversation.Contact), On(e.Channel.Name()), Direction(e.Inbound)];
        if (e.Author is { } author)
        {
            all.Add(Author(author));
        }

        if (e.Policy is { } mark)
        {
            all.Add(Action(Words.Of(mark.Action)));
            all.UnionWith(mark.Findings.Select(finding => Rule(finding.Rule)));
            all.UnionWith(mark.Findings.SelectMany(finding => finding.Types).Select(Found));
        }

        if (content is not null)
        {
            all.UnionWith(SearchableParts.Of(content).SelectMany(part => SearchText.Tokens(SearchText.Words(part))).Select(Word));
        }

        return all;
    }
}
