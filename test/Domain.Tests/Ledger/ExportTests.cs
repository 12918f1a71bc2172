using System.Text;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;
using static MultiLine.Domain.Tests.Ledger.ExportedLedger;

namespace MultiLine.Domain.Tests.Ledger;

public sealed class ExportTests
{
    [Fact]
    public void A_whole_export_verifies_and_is_counted()
    {
        using var ledger = Ledger();

        var verifier = Verify(ledger.Export(record => record.Conversation == "acme/sales/bert" ? Shown.WithoutContent : Shown.Whole), [ledger.PublicKey]);

        Assert.Null(verifier.Fault);
        Assert.Equal((7, 0, 3, 2, 3), (verifier.Records, verifier.Leaves, verifier.Contents, verifier.AbsentContents, verifier.Conversations));
        Assert.Equal(ledger.Newest.Head, verifier.Head! with { Shards = ledger.Newest.Head.Shards });
    }

    [Fact]
    public void Any_one_bit_flipped_of_an_export_is_found()
    {
        using var ledger = Ledger();
        var export = ledger.Export();
        for (var at = 0; at < export.Length; at++)
        {
            var bit = (byte)(1 << (at % 8));
            export[at] ^= bit;

            Assert.True(Verify(export, [ledger.PublicKey]).Fault is not null, $"Bit {at % 8} of byte {at} was flipped and nobody noticed.");

            export[at] ^= bit;
        }
    }

    [Fact]
    public void Files_stand_behind_their_records_and_are_held_against_what_the_messages_say()
    {
        using var ledger = WithFile();
        var export = ledger.Export();

        var verifier = Verify(export, [ledger.PublicKey]);
        Assert.Null(verifier.Fault);
        Assert.Equal((2, 1, 0), (verifier.Records, verifier.Files, verifier.AbsentFiles));
        Assert.Equal(
            (0, 1), Count(Verify(ledger.Sealed([.. Lines(export).Where(line => !ExportLines.IsFile(line))]), [ledger.PublicKey])));
        for (var at = 0; at < export.Length; at++)
        {
            export[at] ^= 2;
            Assert.True(Verify(export, [ledger.PublicKey]).Fault is not null, $"A bit of byte {at} was flipped and nobody noticed.");
            export[at] ^= 2;
        }

        static (long Files, long AbsentFiles) Count(ExportVerifier verifier) => (verifier.Fault is null ? verifier.Files : -1, verifier.AbsentFiles);
    }

    [Theory]
    [InlineData("another byte", "The file of record 1 of shard 0 is not the one that its message came with.")]
    [InlineData("no second piece", "The rest of a file is missing.")]
    [InlineData("no first piece", "Piece 2 of 2 stands behind piece 0 of 0 of the file of record 1 of shard 0.")]
    [InlineData("twice", "There is a file behind a record that has none.")]
    [InlineData("behind another record", "There is a file behind a record that has none.")]
    public void A_file_that_was_changed_by_somebody_with_the_right_key_is_named(string change, string message)
    {
        using var ledger = WithFile();
        var lines = Lines(ledger.Export());
        var first = lines.FindIndex(line => ExportLines.IsFile(line));
        switch (change)
        {
            case "another byte":
                lines[first] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(lines[first]).Replace("\"bytes\":\"A", "\"bytes\":\"B", StringComparison.Ordinal));
                break;
            case "no second piece":
                lines.RemoveAt(first + 1);
                break;
            case "no first piece":
                lines.RemoveAt(first);
                break;
            case "twice":
                lines.Insert(first + 2, lines[first]);
                break;
            default:
                (lines[first], lines[first + 1], lines[first + 2]) = (lines[first + 2], lines[first], lines[first + 1]);
                break;
        }

        var fault = Verify(ledger.Sealed(lines), [ledger.PublicKey]).Fault;
        Assert.Equal((ExportFaultKind.ChangedMedium, message), (fault?.Kind, fault?.Message));
    }

    private static ExportedLedger WithFile() =>
        new ExportedLedger().Add(0, "acme/sales/anna", "Look", [[0, 1, 2, 3], [4, 5]]).Add(0, "acme/sales/anna", "Well").SignHead();

    /// <summary>All but the end.</summary>
    private static List<byte[]> Lines(byte[] export) =>
        [.. Encoding.UTF8.GetString(export).Split('\n')[..^2].Select(line => Encoding.UTF8.GetBytes(line))];

    [Fact]
    public void A_changed_word_is_named_with_its_record()
    {
        using var ledger = Ledger();
        var export = Encoding.UTF8.GetString(ledger.Export());

        Assert.Equal(ExportFaultKind.ChangedContent, Fault(export.Replace("Hello", "Hallo", StringComparison.Ordinal)).Kind);
        var changed = Fault(export.Replace("session_closed", "session_opened", StringComparison.Ordinal));
        Assert.Equal(ExportFaultKind.ChangedRecord, changed.Kind);
        Assert.Equal("Record 3 of shard 0, version 2 of acme/sales/anna, is not what the ledger took.", changed.Message);

        ExportFault Fault(string text) => Verify(Encoding.UTF8.GetBytes(text), [ledger.PublicKey]).Fault!;
    }

    [Fact]
    public void A_cut_tail_is_told_from_everything_else_wherever_it_is_cut()
    {
        using var ledger = Ledger();
        var export = ledger.Export();
        for (var length = export.AsSpan().IndexOf((byte)'\n') + 1; length < export.Length; length += 7)
        {
            Assert.Equal(ExportFaultKind.CutOff, Verify(export[..length], [ledger.PublicKey]).Fault!.Kind);
        }

        Assert.Equal(ExportFaultKind.ChangedFile, Verify([.. export, (byte)'x'], [ledger.PublicKey]).Fault!.Kind);
    }

    [Fact]
    public void A_missing_conversation_is_named_by_its_places_though_the_export_is_signed_with_the_right_key()
    {
        using var ledger = Ledger();

        var fault = Verify(ledger.Export(record => record.Conversation == "acme/sales/bert" ? Shown.NotAtAll : Shown.Whole), [ledger.PublicKey]).Fault!;

        Assert.Equal((ExportFaultKind.MissingRecords, "Record 2 of shard 0 is missing."), (fault.Kind, fault.Message));
    }

    [Fact]
    public void What_is_left_out_of_a_selection_is_proved_by_its_leaves_and_of_everything_nothing_may_be()
    {
        using var ledger = Ledger();
        Shown Annas(ExportRecord record) => record.Conversation == "acme/sales/anna" ? Shown.Whole : Shown.LeafOnly;

        var selection = Verify(ledger.Export(Annas, ExportLines.Selection), [ledger.PublicKey]);
        var everything = Verify(ledger.Export(Annas), [ledger.PublicKey]);

        Assert.Null(selection.Fault);
        Assert.Equal((2, 5), (selection.Records, selection.Leaves));
        Assert.Equal(ExportFaultKind.MissingRecords, everything.Fault?.Kind);
    }

    [Fact]
    public void An_older_export_in_the_place_of_a_newer_is_told_by_an_anchor()
    {
        using var ledger = Ledger();
        var older = ledger.Export();
        var anchor = ledger.Add(0, "acme/sales/anna", "Later").SignHead().Newest;

        var fault = Verify(older, [ledger.PublicKey], [anchor]).Fault!;

        Assert.Equal(ExportFaultKind.OlderThanAnchor, fault.Kind);
        Assert.Null(Verify(ledger.Export(), [ledger.PublicKey], [anchor]).Fault);
    }

    [Fact]
    public void A_ledger_that_was_rewritten_with_the_right_key_is_told_by_an_anchor()
    {
        using var ledger = Ledger();
        using var rewritten = new ExportedLedger { Key = ledger.Key };
        rewritten.Add(0, "acme/sales/anna", "Hello").Add(0, "acme/sales/bert", "Another thing").SignHead().Add(1, "acme/sales/cora", "Hi").SignHead();

        Assert.Null(Verify(rewritten.Export(), [ledger.PublicKey]).Fault);
        Assert.Equal(ExportFaultKind.OtherThanAnchor, Verify(rewritten.Export(), [ledger.PublicKey], [ledger.Newest]).Fault?.Kind);

        // It has become longer than what was anchored, and says something else further up.
        rewritten.Add(0, "acme/sales/bert", "Yes").Add(0, "acme/sales/bert", "No").Add(1, "acme/sales/cora", "So").Add(1, "acme/sales/cora", "Bye").SignHead();
        var fault = Verify(rewritten.Export(), [ledger.PublicKey], [ledger.Newest]).Fault!;
        Assert.Equal(ExportFaultKind.OtherThanAnchor, fault.Kind);
        Assert.Contains("when it had 4", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_than_those_that_are_trusted_proves_nothing()
    {
        using var ledger = Ledger();
        using var forger = Ledger();

        Assert.Equal(ExportFaultKind.UntrustedKey, Verify(forger.Export(), [ledger.PublicKey]).Fault?.Kind);
        Assert.Null(Verify(forger.Export(), []).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("{\"kind\":\"record\"}\n")]
    [InlineData("{\"kind\":\"end\",\"lines\":0}\n")]
    public void What_is_no_export_is_said_to_be_none(string text) =>
        Assert.Equal(ExportFaultKind.NotAnExport, Verify(Encoding.UTF8.GetBytes(text), []).Fault?.Kind);

    private static ExportedLedger Ledger() => new ExportedLedger()
        .Add(0, "acme/sales/anna", "Hello").Add(0, "acme/sales/bert", "Good day").SignHead()
        .Add(0, "acme/sales/anna", null).Add(1, "acme/sales/cora", "größe 👍").Add(1, "acme/sales/cora", null).Add(0, "acme/sales/bert", "Yes")
        .Add(1, "acme/sales/cora", "Bye").SignHead();

    private static ExportVerifier Verify(byte[] export, IReadOnlyCollection<LedgerPublicKey> trusted, IReadOnlyCollection<SignedTreeHead>? anchors = null)
    {
        using var verifier = new ExportVerifier(trusted, anchors ?? []);
        var rest = export.AsSpan();
        for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            verifier.Add(rest[..(end + 1)], CheckedLine.Check(rest[..end]));
            rest = rest[(end + 1)..];
        }

        verifier.End(rest);
        return verifier;
    }
}
