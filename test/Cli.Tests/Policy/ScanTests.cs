using MultiLine.Cli.Tests.Harness;

namespace MultiLine.Cli.Tests.Policy;

public sealed class ScanTests : IDisposable
{
    private readonly TempDeployment _temp = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        _temp.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task Each_line_is_answered_in_order_with_its_hits()
    {
        var ending = await ScanAsync("""
            {"id":1,"text":"ring +49 30 1234567"}
            {"id":2,"text":"nothing"}
            {"text":"SSN 536-22-8441, a@example.com","id":3}
            """);

        Assert.Equal((0, ""), (ending.Code, ending.Error));
        Assert.Equal(
            [
                """{"id":1,"hits":[{"type":"PHONE_NUMBER","start":5,"end":19,"score":1}]}""",
                """{"id":2,"hits":[]}""",
                """{"id":3,"hits":[{"type":"US_SSN","start":4,"end":15,"score":1},{"type":"EMAIL_ADDRESS","start":17,"end":30,"score":1}]}""",
            ],
            Lines(ending));
    }

    [Fact]
    public async Task Places_count_characters_and_not_halves_of_them()
    {
        var ending = await ScanAsync("""{"id":"e","text":"👍👍 536-22-8441 \ud83d\udc4d a@example.com"}""");

        Assert.Contains("""{"type":"US_SSN","start":3,"end":14,""", ending.Output, StringComparison.Ordinal);
        Assert.Contains("""{"type":"EMAIL_ADDRESS","start":17,"end":30,""", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_file_says_what_to_look_for()
    {
        var policy = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(policy, """
                {
                  "schema": 1,
                  "word_lists": [{ "id": "promises", "name": "Promises", "words": [{ "text": "no risk" }] }],
                  "rules": [
                    {
                      "id": "a", "name": "A", "action": "flag", "word_lists": ["promises"], "detectors": [{ "type": "US_SSN" }],
                      "expressions": [{ "name": "Deal", "pattern": "DEAL-[0-9]+" }],
                      "must_match": [{ "text": "No risk!" }], "must_not_match": [{ "text": "A risk" }]
                    }
                  ]
                }
                """);
            var found = await ScanAsync("""{"id":1,"text":"n0 r1sk in DEAL-77, a@example.com, 536-22-8441"}""", "--policy", policy);
            await File.WriteAllTextAsync(policy, """{"schema":1,"rules":[{"id":"a","name":"A","action":"flag"}]}""");
            var wrong = await ScanAsync("""{"id":1,"text":""}""", "--policy", policy);

            Assert.Equal(
                ["""{"id":1,"hits":[{"type":"Promises","start":0,"end":7,"score":1},{"type":"Deal","start":11,"end":18,"score":1},{"type":"US_SSN","start":35,"end":46,"score":0.85}]}"""],
                Lines(found));
            Assert.Equal(1, wrong.Code);
            Assert.Contains("looks for nothing", wrong.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(policy);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("-1.50e3")]
    [InlineData("\"a\\u0062\"")]
    [InlineData("[1,{\"b\":true}]")]
    public async Task An_id_of_any_kind_comes_back_as_it_was(string id)
    {
        var ending = await ScanAsync($"{{\"id\":{id},\"text\":\"\"}}");

        Assert.Equal([$"{{\"id\":{id},\"hits\":[]}}"], Lines(ending));
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_reported()
    {
        var ending = await ScanAsync(
            """{"id":1,"text":"a@example.com 536-22-8441 +49 30 1234567"}""", "--detector", "US_SSN", "--detector", "PHONE_NUMBER");

        Assert.Contains("US_SSN", ending.Output, StringComparison.Ordinal);
        Assert.Contains("PHONE_NUMBER", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("EMAIL_ADDRESS", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detector_that_there_is_not_is_named()
    {
        var ending = await ScanAsync("", "--detector", "us_ssn");

        Assert.Equal(1, ending.Code);
        Assert.Contains("--detector is 'us_ssn'", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":1,\"text\":", "It is no JSON")]
    [InlineData("[]", "It is no JSON object.")]
    [InlineData("{\"text\":\"\"}", "It has no \"id\".")]
    [InlineData("{\"id\":1}", "It has no \"text\" that is a string.")]
    [InlineData("{\"id\":1,\"text\":5}", "It has no \"text\" that is a string.")]
    [InlineData("{\"id\":1,\"text\":\"\\ud83d\"}", "half of a surrogate pair")]
    public async Task A_bad_line_is_named_and_all_before_it_is_answered(string line, string reason)
    {
        // More lines than are looked through at once.
        var good = string.Concat(Enumerable.Range(1, 1200).Select(i => $"{{\"id\":{i},\"text\":\"\"}}\n"));

        var ending = await ScanAsync($"{good}\n{line}\n{{\"id\":0,\"text\":\"\"}}");

        Assert.Equal(1, ending.Code);
        Assert.StartsWith("Line 1202: ", ending.Error, StringComparison.Ordinal);
        Assert.Contains(reason, ending.Error, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 1200).Select(i => $"{{\"id\":{i},\"hits\":[]}}"), Lines(ending));
    }

    private async Task<Ending> ScanAsync(string input, params string[] options)
    {
        await File.WriteAllTextAsync(_file, input);
        return await _temp.RunExactlyAsync(["scan", _file, .. options]);
    }

    private static string[] Lines(Ending ending) => ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
