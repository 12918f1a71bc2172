using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Api.Tests.Support;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Media;

namespace MultiLine.Api.Tests.Exports;

/// <summary>Exports over the API, from the order to the file.</summary>
public sealed class ExportTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task JSON_lines_verify_with_the_published_key_and_go_on_behind_the_lines_that_are_there()
    {
        await ContactWhoWrote();
        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format = "jsonl", reason = "An inquiry" });

        var file = (await officer.Get($"/api/v1/exports/{card.Id}/file")).Is(HttpStatusCode.OK);

        var key = LedgerPublicKey.FromPem((string)(await officer.Get("/api/v1/archive/keys")).Is(HttpStatusCode.OK).Json["items"]![0]!["pem"]!);
        var verifier = Verify(file.Text, key);
        Assert.Null(verifier.Fault);
        Assert.Equal(card.Records, verifier.Records);
        Assert.Contains($"multiline-{card.Id}.jsonl", file.Header("Content-Disposition"), StringComparison.Ordinal);
        var lines = file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rest = (await officer.Get($"/api/v1/exports/{card.Id}/file?from_line=3")).Is(HttpStatusCode.OK).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines[3..^1], rest[..^1]);
        Assert.Null(Verify(string.Concat(lines[..3].Concat(rest).Select(line => $"{line}\n")), key).Fault);
    }

    [Fact]
    public async Task A_selection_verifies_with_leaves_in_the_place_of_the_rest()
    {
        var contact = await ContactWhoWrote();
        await ContactWhoWrote();
        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format = "jsonl", reason = "An inquiry", contact = contact.Id, with_content = false });

        var file = (await officer.Get($"/api/v1/exports/{card.Id}/file")).Is(HttpStatusCode.OK).Text;

        var verifier = Verify(file, null);
        Assert.Null(verifier.Fault);
        Assert.Equal((1, 0), (verifier.Conversations, verifier.Contents));
        Assert.NotEqual(0, verifier.Leaves);
        Assert.Equal(card.Records, verifier.Records + verifier.Leaves);
    }

    [Fact]
    public async Task Files_that_contacts_sent_are_in_the_export_and_attached_to_their_mails()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, .. RandomNumberGenerator.GetBytes(700_000)];
        var contact = await ContactWhoWrote();
        await SendsFile(contact, picture, "image/jpeg");
        await KeepFiles();
        var officer = await As(Cast.Compliance);
        var lines = await Ordered(officer, new { format = "jsonl", reason = "An inquiry", contact = contact.Id });
        var mails = await Ordered(officer, new { format = "eml", reason = "An inquiry", contact = contact.Id });

        var verifier = Verify((await officer.Get($"/api/v1/exports/{lines.Id}/file")).Is(HttpStatusCode.OK).Text, null);
        var zip = await officer.GetByteArrayAsync(new Uri($"/api/v1/exports/{mails.Id}/file", UriKind.Relative));

        Assert.Null(verifier.Fault);
        Assert.Equal((1, 0), (verifier.Files, verifier.AbsentFiles));
        using var archive = new ZipArchive(new MemoryStream(zip));
        var attached = archive.Entries.Select(Text).Single(mail => mail.Contains("Content-Type: image/jpeg", StringComparison.Ordinal));
        Assert.Contains(Convert.ToBase64String(picture)[..76], attached, StringComparison.Ordinal);

        static string Text(ZipArchiveEntry entry) => new StreamReader(entry.Open(), Encoding.ASCII).ReadToEnd();
    }

    /// <summary>What happens by itself within two minutes.</summary>
    private async Task KeepFiles()
    {
        var (grains, store) = (Product.Backstage.GetRequiredService<IGrainFactory>(), Product.Backstage.GetRequiredService<IMediaStore>());
        var journal = Product.Backstage.GetRequiredService<ConversationJournal>();
        for (var shard = 0; shard < Product.Backstage.GetRequiredService<ArchiveShards>().Count; shard++)
        {
            var key = GrainKeys.ArchiveShard(Cast.Ann.Organization, shard);
            await grains.GetGrain<IArchiveGrain>(key).CatchUp();
            await grains.GetGrain<IMediaArchiveGrain>(key).CatchUp();
            foreach (var due in await store.DueAsync(key, TimeProvider.System.GetUtcNow().AddMinutes(1), 100))
            {
                var file = (await journal.ReadContentsAsync(due.Conversation, [due.Version]))[due.Version].Media!;
                await grains.GetGrain<IMediumGrain>(GrainKeys.Medium(Cast.Ann.Organization, file.ProviderId)).Keep(new MediumRequest(null, file.Sha256), due.Sequence);
            }
        }
    }

    [Theory]
    [InlineData("eml", ".eml", "Message-ID: ")]
    [InlineData("rsmf", ".rsmf", "X-RSMF-Version: 2.0.0")]
    [InlineData("transcript", ".html", "<!doctype html>")]
    public async Task The_formats_for_people_come_as_a_ZIP_with_a_contact_alone(string format, string ending, string inside)
    {
        var contact = await ContactWhoWrote();
        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format, reason = "An inquiry", contact = contact.Id, zone = "Europe/Berlin" });

        var bytes = await officer.GetByteArrayAsync(new Uri($"/api/v1/exports/{card.Id}/file", UriKind.Relative));

        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.NotEmpty(archive.Entries);
        foreach (var entry in archive.Entries)
        {
            Assert.EndsWith(ending, entry.FullName, StringComparison.Ordinal);
            Assert.Contains(contact.Id, entry.FullName, StringComparison.Ordinal);
            using var reader = new StreamReader(entry.Open());
            Assert.Contains(inside, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_conversation_of_more_mails_than_one_piece_has_comes_whole_with_each_mail_once()
    {
        var texts = Enumerable.Range(1, 120).Select(number => $"Number {number} of them.").ToList();
        var contact = await ContactWhoWrote(texts[0]);
        foreach (var text in texts.Skip(1))
        {
            await Writes(contact, text);
        }

        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format = "eml", reason = "An inquiry", contact = contact.Id });

        var bytes = await officer.GetByteArrayAsync(new Uri($"/api/v1/exports/{card.Id}/file", UriKind.Relative));

        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.Equal(archive.Entries.Count, archive.Entries.Select(entry => entry.FullName).Distinct().Count());
        List<string> mails = [];
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            mails.Add(await reader.ReadToEndAsync());
        }

        Assert.All(texts, text => Assert.Single(mails, mail => mail.Contains($"\r\n\r\n{text}\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_asked_and_why_is_recorded_and_another_firm_sees_nothing_of_it()
    {
        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format = "jsonl", reason = "An inquiry of the court" });

        var listed = (await officer.Get("/api/v1/exports?limit=1")).Is(HttpStatusCode.OK).Json["items"]![0]!;
        var elsewhere = await As(Cast.ForeignCompliance);

        Assert.Equal((card.Id, Cast.Compliance.Person, "An inquiry of the court"), ((string?)listed["id"], (string?)listed["person"], (string?)listed["reason"]));
        Assert.Equal(card.Id, (string?)(await officer.Get($"/api/v1/exports/{card.Id}")).Is(HttpStatusCode.OK).Json["id"]);
        (await elsewhere.Get($"/api/v1/exports/{card.Id}")).IsProblem(404, "not_found");
        (await elsewhere.Get($"/api/v1/exports/{card.Id}/file")).IsProblem(404, "not_found");
        Assert.DoesNotContain((await elsewhere.Get("/api/v1/exports")).Json["items"]!.AsArray(), item => (string?)item!["id"] == card.Id);
    }

    [Theory]
    [InlineData("""{"format":"jsonl"}""", 400, "invalid_request")]
    [InlineData("""{"format":"jsonl","reason":" "}""", 400, "invalid_request")]
    [InlineData("""{"format":"docx","reason":"Why"}""", 400, "invalid_request")]
    [InlineData("""{"format":"jsonl","reason":"Why","line":"a/b"}""", 400, "invalid_request")]
    [InlineData("""{"format":"rsmf","reason":"Why","zone":"Nowhere/Here"}""", 400, "invalid_request")]
    [InlineData("""{"format":"jsonl","reason":"Why","from":"2026-02-01T00:00:00Z","until":"2026-01-01T00:00:00Z"}""", 400, "invalid_request")]
    [InlineData("""{"format":"jsonl","reason":"Why","line":"nowhere"}""", 404, "not_found")]
    [InlineData("""{"format":"jsonl","reason":"Why","contact":"nobody"}""", 404, "not_found")]
    public async Task An_order_that_makes_no_sense_is_refused_and_nothing_is_recorded(string body, int status, string code)
    {
        var officer = await As(Cast.Compliance);
        var before = (await officer.Get("/api/v1/exports")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Count;

        (await officer.Post("/api/v1/exports", System.Text.Json.JsonElement.Parse(body))).IsProblem(status, code);

        Assert.Equal(before, (await officer.Get("/api/v1/exports")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_can_not_be_downloaded_is_said_to_be_so()
    {
        var officer = await As(Cast.Compliance);
        var card = await Ordered(officer, new { format = "eml", reason = "An inquiry" });

        (await officer.Get($"/api/v1/exports/{card.Id}/file?from_line=1")).IsProblem(400, "invalid_request");
        (await officer.Get($"/api/v1/exports/{card.Id}/file?from_line=-1")).IsProblem(400, "invalid_request");
        (await officer.Get("/api/v1/exports/nothing/file")).IsProblem(404, "not_found");
        (await officer.Get("/api/v1/exports?before=-1")).IsProblem(400, "invalid_request");
    }

    private static async Task<(string Id, long Records)> Ordered(HttpClient officer, object order)
    {
        var card = (await officer.Post("/api/v1/exports", order)).Is(HttpStatusCode.Created).Json;
        return ((string)card["id"]!, (long)card["records"]!);
    }

    private static ExportVerifier Verify(string export, LedgerPublicKey? key)
    {
        using var verifier = new ExportVerifier(key is null ? [] : [key], []);
        var rest = Encoding.UTF8.GetBytes(export).AsSpan();
        for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            verifier.Add(rest[..(end + 1)], CheckedLine.Check(rest[..end]));
            rest = rest[(end + 1)..];
        }

        verifier.End(rest);
        return verifier;
    }
}
