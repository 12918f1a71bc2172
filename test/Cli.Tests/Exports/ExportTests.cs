using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Tests.Harness;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Ledger;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Exports;
using MultiLine.Storage.Media;

namespace MultiLine.Cli.Tests.Exports;

/// <summary>Exports of the demonstration's ledger, from the data directory to the verifier.</summary>
public sealed class ExportTests : IAsyncLifetime, IDisposable
{
    private readonly TempDeployment _temp = new();
    private SignedTreeHead _head = null!;
    private string _key = null!;

    private string Export => Path.Combine(_temp.Data, "..", "export.jsonl");

    public async Task InitializeAsync()
    {
        await _temp.DoneAsync("demo", "prepare", "--simulator", "http://127.0.0.1:5090");
        await using var deployment = _temp.Open();
        _head = await deployment.ArchiveAsync(Bank.Id, _temp.Clock.GetUtcNow());
        _key = await deployment.PublicKeyAsync(_temp);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_whole_export_verifies_its_file_is_its_owners_alone_and_who_made_it_is_recorded()
    {
        var said = await ExportAsync();

        var verified = await VerifyAsync("--key", _key);
        Assert.Contains($"{_head.Head.Shards[0].Size:N0} records up to tree head 1", said, StringComparison.Ordinal);
        Assert.Contains("Verified: tree head 1", verified, StringComparison.Ordinal);
        Assert.Contains("The key is one that you trust.", verified, StringComparison.Ordinal);
        Assert.Contains("0 whose content is not in it", verified, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Export));
        Assert.False(File.Exists($"{Export}.part") || File.Exists($"{Export}.plan"));
        await using var deployment = _temp.Open();
        var act = Assert.Single(await deployment.Get<AuditJournal>().ReadAsync(Bank.Id, long.MaxValue, 10));
        Assert.Equal(("export_made", AuditEvent.ByOperator, "An inquiry"), (act.Type, act.Act.Person, act.Reason));
        var found = await deployment.Get<AuditJournal>().FindAsync(Bank.Id, ExportMade.NameOf(Assert.IsType<ExportMade>(act.Act).Export));
        Assert.Equal(act.Version, found?.Version);
        Assert.Contains("is there already", await RefusedExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_verifier_says_what_it_has_not_shown()
    {
        await ExportAsync();

        var verified = await VerifyAsync();

        Assert.Contains("Name a key that you trust with --key.", verified, StringComparison.Ordinal);
        Assert.Contains("that the ledger was not rewritten with the same key is not shown", verified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_a_cut_tail_and_another_key_end_with_1_and_say_where()
    {
        await ExportAsync();
        var whole = await File.ReadAllBytesAsync(Export);
        foreach (var at in Enumerable.Range(1, 40).Select(part => (int)((long)whole.Length * part / 41)))
        {
            whole[at] ^= 4;
            await File.WriteAllBytesAsync(Export, whole);
            Assert.Contains("Not verified: ", await NotVerifiedAsync(), StringComparison.Ordinal);
            whole[at] ^= 4;
        }

        await File.WriteAllBytesAsync(Export, whole[..^200]);
        Assert.Contains("Not verified: CutOff", await NotVerifiedAsync(), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Export, whole);
        await VerifyAsync("--key", _key);
        var other = Path.Combine(_temp.Data, "..", "other.pem");
        await File.WriteAllTextAsync(other, new Storage.Ledger.LedgerSigner(Storage.Ledger.LedgerSigner.NewKey()).PublicKey.ToPem());
        Assert.Contains("UntrustedKey", (await _temp.RunExactlyAsync("verify", Export, "--key", other)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_is_left_out_is_missed_with_its_place()
    {
        await ExportAsync();
        var lines = await File.ReadAllLinesAsync(Export);
        var records = Lines().Where(line => (string?)line["kind"] == "record").ToList();
        var omitted = (string)records[records.Count / 2]["conversation"]!;
        var place = (long)records.First(record => (string)record["conversation"]! == omitted)["sequence"]!;

        await File.WriteAllTextAsync(
            Export, string.Concat(lines.Where(line => (string?)JsonNode.Parse(line)!["conversation"] != omitted).Select(line => $"{line}\n")));

        var said = await NotVerifiedAsync();
        Assert.Contains("Not verified: MissingRecords", said, StringComparison.Ordinal);
        Assert.Matches($"Records? {place} ", said);
    }

    [Fact]
    public async Task The_acts_of_the_organisation_are_in_the_export_of_everything_and_leaves_where_a_contact_is_named()
    {
        var contact = (await RecordsAsync()).Select(record => (string)record["conversation"]!).First(key => !key.Contains("_audit", StringComparison.Ordinal));
        await using (var deployment = _temp.Open())
            await deployment.ArchiveAsync(Bank.Id, _temp.Clock.GetUtcNow());

        await ExportAsync();
        var act = Assert.Single(Lines(), line => (string?)line["conversation"] == $"{Bank.Id}/_audit/_audit");
        Assert.Equal("export_made", (string?)act["event"]!["type"]);
        Assert.Contains("An inquiry", act["content"]!["value"]!.ToJsonString(), StringComparison.Ordinal);
        await VerifyAsync("--key", _key);
        File.Delete(Export);

        await ExportAsync("--contact", contact.Split('/')[2]);
        var leaf = Assert.Single(Lines(), line => (long?)line["sequence"] == (long)act["sequence"]!);
        Assert.Equal(("leaf", (string)act["leaf"]!), ((string?)leaf["kind"], (string?)leaf["leaf"]));
        await VerifyAsync("--key", _key);
    }

    [Fact]
    public async Task Heads_that_were_kept_outside_agree_or_tell_an_older_export()
    {
        await ExportAsync();
        var anchors = Directory.CreateDirectory(Path.Combine(_temp.Data, "..", "anchors")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(anchors, "1.txt"), _head.ToBytes());
        Assert.Contains("1 of 1 tree heads from outside agree", await VerifyAsync("--key", _key, "--anchors", anchors), StringComparison.Ordinal);

        await using (var deployment = _temp.Open())
        {
            var newer = await deployment.ArchiveAsync(Bank.Id, _temp.Clock.GetUtcNow());
            await File.WriteAllBytesAsync(Path.Combine(anchors, "2.txt"), newer.ToBytes());
        }

        var ending = await _temp.RunExactlyAsync("verify", Export, "--key", _key, "--anchors", anchors);
        Assert.Equal(1, ending.Code);
        Assert.Contains("OlderThanAnchor", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selection_has_the_leaves_of_the_rest_and_may_be_without_content()
    {
        var contact = (await RecordsAsync()).Select(record => (string)record["conversation"]!).First(key => !key.Contains("_audit", StringComparison.Ordinal));

        await ExportAsync("--contact", contact.Split('/')[2], "--without-content");

        var records = Lines().Where(line => (string?)line["kind"] == "record").ToList();
        Assert.All(records, record => Assert.Equal(contact, (string?)record["conversation"]));
        Assert.NotEmpty(records);
        Assert.DoesNotContain(records, record => record["content"] is JsonObject);
        Assert.Contains(records, record => record.AsObject().ContainsKey("content"));
        Assert.Contains("leaves in the place of other records", await VerifyAsync("--key", _key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_interrupted_goes_on_to_the_same_bytes_and_is_recorded_once()
    {
        await ExportAsync();
        var whole = await File.ReadAllBytesAsync(Export);
        File.Delete(Export);

        foreach (var part in new[] { 0, 100, whole.Length / 2, whole.Length - 1, whole.Length })
        {
            await File.WriteAllBytesAsync($"{Export}.part", whole[..part]);
            await File.WriteAllTextAsync($"{Export}.plan", Plan(whole));
            _temp.Clock.Advance(TimeSpan.FromMinutes(1));
            await ExportAsync();

            Assert.Equal(Body(whole), Body(await File.ReadAllBytesAsync(Export)));
            await VerifyAsync("--key", _key);
            File.Delete(Export);
        }

        await using var deployment = _temp.Open();
        Assert.Single(await deployment.Get<AuditJournal>().ReadAsync(Bank.Id, long.MaxValue, 10));
    }

    [Fact]
    public async Task A_file_that_came_with_a_message_is_in_the_export_also_where_that_was_interrupted_in_its_middle()
    {
        await KeepFileAsync(RandomNumberGenerator.GetBytes((2 * SealedPieces.PieceLength) + 1_000));
        await ExportAsync();
        Assert.Contains("1 files are those that their messages came with; 0 others", await VerifyAsync("--key", _key), StringComparison.Ordinal);
        var whole = await File.ReadAllBytesAsync(Export);
        File.Delete(Export);
        var lines = Encoding.UTF8.GetString(whole).Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith("{\"kind\":\"file\"", StringComparison.Ordinal));
        Assert.StartsWith("{\"kind\":\"file\"", lines[first + 2], StringComparison.Ordinal);

        foreach (var kept in new[] { first, first + 1, first + 2, first + 3 })
        {
            await File.WriteAllTextAsync($"{Export}.part", string.Concat(lines[..kept].Select(line => $"{line}\n")) + lines[kept][..10]);
            await File.WriteAllTextAsync($"{Export}.plan", Plan(whole));
            await ExportAsync();

            Assert.Equal(Body(whole), Body(await File.ReadAllBytesAsync(Export)));
            await VerifyAsync("--key", _key);
            File.Delete(Export);
        }
    }

    /// <summary>A contact has sent a file, and it was kept.</summary>
    private async Task KeepFileAsync(byte[] bytes)
    {
        await using var deployment = _temp.Open();
        var conversation = new ConversationKey(Bank.Id, Bank.Desk, "fiona");
        var digest = SHA256.HashData(bytes);
        var content = SaltedContent.Of(
            new MessageContent { Media = new MediaContent("image", "p1") { Sha256 = Convert.ToBase64String(digest) } },
            RandomNumberGenerator.GetBytes(Commitment.SaltLength));
        var received = new MessageReceived
        {
            At = _temp.Clock.GetUtcNow(),
            ProviderAt = _temp.Clock.GetUtcNow(),
            MessageId = "m1",
            Channel = Channel.WhatsApp,
            Number = "1",
            ProviderMessageId = "wamid.1",
            Kind = "image",
            Commitment = content.Commitment,
        };
        var journal = deployment.Get<ConversationJournal>();
        Assert.IsType<JournalResult.Written>(
            await journal.WriteAsync(await journal.LoadAsync(conversation), new JournalEntry([received]) { Contents = [content] }));
        var (store, kept, shard) = (deployment.Get<IMediaStore>(), deployment.Get<KeptMedia>(), TreeHead.ShardName(Bank.Id, 0));
        Assert.True(await store.WantAsync(
            shard, 0, 1, [new WantedMedium(conversation, 1, await kept.TokenAsync(Bank.Id, digest))], DateTimeOffset.UnixEpoch));
        using var file = new PassingFile(Path.GetTempPath());
        await file.AddAsync(bytes, default);
        await file.CompleteAsync(default);
        await kept.KeepAsync(Bank.Id, (await store.DueAsync(shard, _temp.Clock.GetUtcNow(), 1))[0].Sequence, digest, file);
        _head = await deployment.ArchiveAsync(Bank.Id, _temp.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(1, long.MaxValue)]
    [InlineData(7, long.MaxValue)]
    [InlineData(200, 1)]
    [InlineData(200, 4_000)]
    public async Task However_small_its_pieces_are_an_export_has_the_same_lines(int limit, long bytes)
    {
        await using var deployment = _temp.Open();
        var export = deployment.Get<LedgerExport>();
        var plan = new ExportPlan { Organization = Bank.Id, Head = _head.Head.Number, MadeAt = _temp.Clock.GetUtcNow(), MadeBy = AuditEvent.ByOperator };
        var whole = (await export.ReadAsync(plan, ExportPlace.Start, int.MaxValue, long.MaxValue)).Lines;

        List<ExportPiece> pieces = [];
        for (var next = ExportPlace.Start; next is not null; next = pieces[^1].Next)
            pieces.Add(await export.ReadAsync(plan, next, limit, bytes));

        Assert.Equal(_head.Head.Shards[0].Size, whole.Count);
        Assert.Equal(whole, pieces.SelectMany(piece => piece.Lines));
        Assert.All(pieces, piece => Assert.True(
            piece.Lines.Count <= limit && (piece.Lines.Count <= 1 || piece.Lines.Sum(line => (long)line.Length) <= bytes)));
        Assert.True(pieces.Count > 2);
    }

    [Fact]
    public async Task Another_selection_does_not_go_on_where_this_one_stopped()
    {
        await ExportAsync();
        var whole = await File.ReadAllBytesAsync(Export);
        File.Delete(Export);
        await File.WriteAllTextAsync($"{Export}.plan", Plan(whole));

        Assert.Contains("another selection", await RefusedExportAsync("--without-content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_without_a_head_is_not_exported_and_nothing_is_recorded()
    {
        using var temp = new TempDeployment();
        await temp.CreateAcmeAsync();

        var said = await temp.RefusedAsync("export", "--organization", "acme", "--to", Path.Combine(temp.Data, "..", "none"), "--reason", "Why not");

        Assert.Contains("acme has no tree head yet", said, StringComparison.Ordinal);
        await using var deployment = temp.Open();
        Assert.Empty(await deployment.Get<AuditJournal>().ReadAsync("acme", long.MaxValue, 10));
    }

    /// <summary>The end is signed anew each time, with other random numbers.</summary>
    private static byte[] Body(byte[] export) => export[..(export.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1)];

    private static string Plan(byte[] export)
    {
        var first = JsonNode.Parse(Encoding.UTF8.GetString(export[..export.AsSpan().IndexOf((byte)'\n')]))!;
        return $$"""
            {"organization":"{{first["organization"]}}","head":{{first["head"]}},"made_at":"{{first["made_at"]}}","made_by":"{{first["made_by"]}}","selection":{},"with_content":true}
            """;
    }

    private async Task<List<JsonNode>> RecordsAsync()
    {
        await ExportAsync();
        var records = Lines().Where(line => (string?)line["kind"] == "record").ToList();
        File.Delete(Export);
        return records;
    }

    private List<JsonNode> Lines() => [.. File.ReadLines(Export).Select(line => JsonNode.Parse(line)!)];

    private Task<string> ExportAsync(params string[] more) =>
        _temp.DoneAsync(["export", "--organization", Bank.Id, "--to", Export, "--reason", "An inquiry", .. more]);

    private Task<string> RefusedExportAsync(params string[] more) =>
        _temp.RefusedAsync(["export", "--organization", Bank.Id, "--to", Export, "--reason", "An inquiry", .. more]);

    private async Task<string> VerifyAsync(params string[] more)
    {
        var ending = await _temp.RunExactlyAsync(["verify", Export, .. more]);
        Assert.True(ending.Code == 0, ending.Error);
        return ending.Output;
    }

    private async Task<string> NotVerifiedAsync()
    {
        var ending = await _temp.RunExactlyAsync("verify", Export, "--key", _key);
        Assert.Equal((1, ""), (ending.Code, ending.Output));
        return ending.Error;
    }
}
