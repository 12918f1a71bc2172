using System.Text.Json.Nodes;
using Json.Schema;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Rsmf;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Archive;

public sealed class RsmfTests
{
    private static readonly IReadOnlyList<RsmfFile> Files = RsmfFile.All(Sample.Conversation);

    private static JsonArray Events(RsmfFile file) => file.Manifest["events"]!.AsArray();

    private static JsonNode Event(string body) =>
        Files.SelectMany(Events).Single(e => ((string)e!["body"]!).StartsWith(body, StringComparison.Ordinal))!;

    [PayloadsFact]
    public void Every_manifest_is_valid_by_Relativitys_schema()
    {
        var schema = JsonSchema.FromText(
            File.ReadAllText(Path.Combine(Payloads.Folder!, "relativity-rsmf", "RSMFManifestSchema", "rsmf_schema_2_0_0.json")),
            new BuildOptions { Dialect = Dialect.Draft07 });

        Assert.All(Files, file => Valid(schema, file.Manifest));
        Assert.All(Property.Values(AnyMail.Records), record =>
            Assert.All(RsmfFile.All(AnyMail.Conversation(record)), file => Valid(schema, file.Manifest)));

        // And the schema tells: a manifest without what it needs is none.
        var broken = Files[0].Manifest.DeepClone().AsObject();
        broken["participants"]![0]!.AsObject().Remove("id");
        Assert.False(schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(broken)).IsValid);
    }

    private static void Valid(JsonSchema schema, JsonObject manifest)
    {
        var result = schema.Evaluate(
            System.Text.Json.JsonSerializer.SerializeToElement(manifest), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.True(result.IsValid, System.Text.Json.JsonSerializer.Serialize(result));
    }

    [Fact]
    public void Every_reference_leads_to_what_it_names() => Assert.All(Files, file =>
    {
        var people = file.Manifest["participants"]!.AsArray().Select(person => (string)person!["id"]!).ToHashSet();
        var conversations = file.Manifest["conversations"]!.AsArray().ToDictionary(one => (string)one!["id"]!, one => one!);
        var ids = Events(file).Select(e => (string)e!["id"]!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(conversations.Values, one => Assert.Subset(people, new HashSet<string>(one["participants"]!.AsArray().Select(id => (string)id!)) { (string)one["custodian"]! }));
        Assert.All(Events(file), e =>
        {
            Assert.Contains((string)e!["participant"]!, people);
            Assert.Contains((string)e["conversation"]!, conversations.Keys);
            Assert.True(e["parent"] is null || ids.Contains((string)e["parent"]!));
            Assert.All(e["attachments"]?.AsArray() ?? [], file1 => Assert.Contains((string)file1!["id"]!, file.Files.Keys));
        });
    });

    [Fact]
    public void There_is_a_file_for_each_day_of_the_zone()
    {
        Assert.Equal(
            ["acme.private-clients.k7.2026-03-28.rsmf", "acme.private-clients.k7.2026-03-29.rsmf"], Files.Select(file => file.Name));
        // 15:00 in UTC is another day in Auckland, and the clocks go forward in between in Berlin only.
        Assert.Equal(
            ["2026-03-29", "2026-03-30"],
            RsmfFile.All(Sample.Conversation, new RsmfOptions(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"))).Select(file => file.Name[^15..^5]));
    }

    [Fact]
    public void A_day_with_too_much_for_a_file_is_cut_and_nothing_is_lost()
    {
        var cut = RsmfFile.All(Sample.Conversation, new RsmfOptions(Sample.Berlin) { MostEvents = 4 });

        Assert.All(cut, file => Assert.InRange(Events(file).Count, 1, 4));
        Assert.Equal(Files.SelectMany(Events).Count(), cut.SelectMany(Events).Count());
        Assert.Equal(cut.Select(file => file.Name).Distinct(), cut.Select(file => file.Name));
        Assert.Single(cut.Select(file => (string)file.Manifest["eventcollectionid"]!).Distinct());
    }

    [Fact]
    public void Files_that_are_too_much_together_go_apart()
    {
        var many = ArchivedConversation.Of(Sample.Parties, Sample.Conversation.Records.Select(record => record.Event is MessageReceived
            ? record with { Files = [new ArchivedFile("a.png", "image/png") { Bytes = Sample.Picture }] }
            : record));

        var cut = RsmfFile.All(many, new RsmfOptions(Sample.Berlin) { MostBytes = Sample.Picture.Length * 2 });

        Assert.All(cut, file => Assert.InRange(file.Files.Count, 0, 2));
        Assert.Equal(many.Records.Count(record => record.Event is MessageReceived), cut.Sum(file => file.Files.Count));
    }

    [Fact]
    public void An_edited_message_says_what_it_was_and_what_it_became()
    {
        var edit = Assert.Single(Event("Thanks, please buy 100 shares")["edits"]!.AsArray())!;

        Assert.Equal(
            ("contact", "Thanks, please buy 100 shares", "Thanks, please buy 10 shares", "2026-03-28T15:12:00.000Z"),
            ((string)edit["participant"]!, (string)edit["previous"]!, (string)edit["new"]!, (string)edit["timestamp"]!));
    }

    [Fact]
    public void A_deleted_message_keeps_its_text_and_is_marked()
    {
        Assert.True((bool)Event(Sample.Evil)["deleted"]!);
        Assert.Null(Event("My card is")["deleted"]);
    }

    [Fact]
    public void A_message_has_its_receipts_and_a_reaction_that_was_taken_back_is_only_in_the_history()
    {
        var request = Event("Acme Advisory GmbH would like");
        Assert.Equal(
            ["delivered 2026-03-28T15:01:30.000Z", "read 2026-03-28T15:02:00.000Z"],
            request["read_receipts"]!.AsArray().Select(receipt => $"{receipt!["action"]} {receipt["timestamp"]}"));

        var reacted = Event("Guten Tag");
        Assert.Null(reacted["reactions"]);
        Assert.Contains(reacted["custom"]!.AsArray(), fact => ((string)fact!["value"]!).Contains("👍🏽", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_is_threaded_below_what_it_answers()
    {
        Assert.Equal((string)Event("Guten Tag")["id"]!, (string)Event("Thanks, please buy 100 shares")["parent"]!);
    }

    [Fact]
    public void A_picture_is_in_the_zip_under_a_name_of_ours()
    {
        var attachment = Assert.Single(Event("The form, signed")["attachments"]!.AsArray())!;

        Assert.Equal(("ATT00001.png", "Auftrag Märzgnp.png", Sample.Picture.Length), ((string)attachment["id"]!, (string)attachment["display"]!, (int)attachment["size"]!));
        Assert.Equal(Sample.Picture, Files[0].Files["ATT00001.png"]);
    }

    [Fact]
    public void The_same_slice_makes_the_same_file() =>
        Assert.Equal(Files.Select(file => file.Mail), RsmfFile.All(Sample.Conversation).Select(file => file.Mail));

    [PythonFact]
    public async Task The_mail_around_it_is_one_and_rolls_up_what_is_inside()
    {
        var mails = await PythonMail.ReadAsync([.. Files.Select(file => file.Mail)]);

        Assert.All(mails.Zip(Files), pair =>
        {
            var (mail, file) = pair;
            Assert.Empty(mail.Defects);
            Assert.Equal("2.0.0", mail["X-RSMF-Version"]);
            Assert.Equal($"{Events(file).Count}", mail["X-RSMF-EventCount"]);
            Assert.Equal($"{file.Files.Count}", mail["X-RSMF-AttachmentCount"]);
            Assert.Equal("Anna Vogel", mail["X-RSMF-Custodian"]);
            Assert.Equal((string)file.Manifest["eventcollectionid"]!, mail["X-RSMF-EventCollectionID"]);
            var times = Events(file).Select(e => (string)e!["timestamp"]!).ToList();
            Assert.Equal((times.Min(StringComparer.Ordinal), times.Max(StringComparer.Ordinal)), (mail["X-RSMF-BeginDate"], mail["X-RSMF-EndDate"]));
            var zip = Assert.Single(mail.Files);
            Assert.Equal(("rsmf.zip", "attachment"), (zip.Name, zip.Disposition));
            Assert.All(Events(file), e => Assert.Contains((string)e!["body"]!, mail.Body, StringComparison.Ordinal));
        });
    }
}
