using System.Text;
using System.Text.Json;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Tests.Policy.Rules;

public sealed class PolicyFormatTests
{
    private const string Stored = """
        {
          "schema": 1,
          "word_lists": [
            { "id": "promises", "name": "Promises", "words": [{ "text": "guarantee", "weight": 3 }, { "text": "sure thing" }], "whole_words": false,
              "match_case": true, "see_through_disguise": false }
          ],
          "rules": [
            {
              "id": "cards", "name": "No cards", "enabled": false, "direction": "out", "channels": ["whatsapp", "sms"], "people": ["ann"],
              "detectors": [{ "type": "CREDIT_CARD", "minimum_score": 0.7 }, { "type": "IBAN_CODE" }], "word_lists": ["promises"],
              "expressions": [{ "name": "Code", "pattern": "X\\d" }], "attachments": { "types": ["image/*"], "except": ["image/png"], "larger_than": 10 },
              "threshold": 2, "action": "redact", "notify": ["bob"],
              "must_match": [{ "text": "x" }],
              "must_not_match": [{ "attachment_type": "image/png", "attachment_size": 5, "file_name": "a.png" }]
            }
          ]
        }
        """;

    [Fact]
    public void A_stored_policy_is_read_as_it_was_written()
    {
        var policy = PolicyFormat.Read(Encoding.UTF8.GetBytes(Stored));
        var rule = policy.Rules[0];

        Assert.Equal((false, Direction.Out, PolicyAction.Redact, 2), (rule.Enabled, rule.Direction, rule.Action, rule.Threshold));
        Assert.Equal<Channel>([Channel.WhatsApp, Channel.Sms], rule.Channels);
        Assert.Equal<DetectorChoice>([new("CREDIT_CARD", 0.7), new("IBAN_CODE", 0.5)], rule.Detectors);
        Assert.Equal<ListedWord>([new("guarantee", 3), new("sure thing", 1)], policy.WordLists[0].Words);
        Assert.Equal((false, true, false), (policy.WordLists[0].WholeWords, policy.WordLists[0].MatchCase, policy.WordLists[0].SeeThroughDisguise));
        Assert.Equal(10, rule.Attachments!.LargerThan);
        Assert.Equal(5, rule.MustNotMatch[0].AttachmentSize);
        Assert.Equal(PolicyFormat.Write(policy), PolicyFormat.Write(PolicyFormat.Read(PolicyFormat.Write(policy))));
    }

    [Theory]
    [InlineData("""{"schema":1,"rules":[{"id":"a","name":"A","action":"burn"}]}""", "$.rules[0].action")]
    [InlineData("""{"schema":1,"rules":[{"id":"a","name":"A","action":"flag","colour":1}]}""", "$.rules[0]")]
    [InlineData("""{"schema":1,"rules":[{"id":"a","name":null,"action":"flag"}]}""", "$.rules[0].name")]
    [InlineData("""{"schema":1,"rules":[{"id":"a","action":"flag"}]}""", "$.rules[0]")]
    [InlineData("""{"schema":1,"word_lists":[{"id":"a","name":"A","words":[{"text":1}]}]}""", "$.word_lists[0].words[0].text")]
    [InlineData("""{"schema":1,"rules":null}""", "$.rules")]
    [InlineData("""{"schema":2}""", "$.schema")]
    [InlineData("""{"schema":0}""", "$.schema")]
    [InlineData("""{}""", "schema")]
    [InlineData("null", "$")]
    [InlineData("[", "$")]
    public void What_is_no_policy_is_refused_with_its_place(string file, string place) =>
        Assert.Contains(place, Assert.ThrowsAny<JsonException>(() => PolicyFormat.Read(Encoding.UTF8.GetBytes(file))).Message, StringComparison.Ordinal);
}
