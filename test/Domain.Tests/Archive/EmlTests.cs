using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Mail;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Ledger;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>Mails as Python's parser reads them, and as the lines that they are.</summary>
public sealed class EmlTests
{
    private static readonly ArchivedConversation Talk = Sample.Conversation;

    [PythonFact]
    public async Task Every_record_is_a_mail_without_a_defect()
    {
        var mails = await PythonMail.ReadAsync([.. Talk.Records.Select(record => Mails.Write(Talk, record))]);

        Assert.All(mails.Zip(Talk.Records), pair =>
        {
            var (mail, record) = pair;
            Assert.Empty(mail.Defects);
            Assert.Equal(record.TypeName, mail["X-MultiLine-Event"]);
            Assert.Equal(record.OccurredAt.AddTicks(-(record.OccurredAt.Ticks % TimeSpan.TicksPerSecond)), mail.Date);
            Assert.Equal(mail.Names.Distinct(StringComparer.OrdinalIgnoreCase), mail.Names);
        });
        Assert.Equal(mails.Count, mails.Select(mail => mail["Message-ID"]).Distinct().Count());
    }

    [PythonFact]
    public async Task A_message_is_from_who_wrote_it_to_who_got_it()
    {
        var inbound = await Mails.ReadAsync(Talk, Sample.Record<MessageReceived>());
        var outbound = await Mails.ReadAsync(Talk, Sample.Record<MessageAccepted>());

        Assert.Equal(["María Öztürk-Keller", "+4915155501234@contacts.multiline.invalid"], Assert.Single(inbound.From));
        Assert.Equal(
            [["Private clients", "acme.private-clients@lines.multiline.invalid"], ["Anna Vogel", "anna.vogel@acme.example"]], inbound.To);
        Assert.Equal(["Anna Vogel", "anna.vogel@acme.example"], Assert.Single(outbound.From));
        Assert.Equal("+4915155501234@contacts.multiline.invalid", Assert.Single(outbound.To)[1]);
        Assert.Equal(("inbound", "outbound"), (inbound["X-MultiLine-Direction"], outbound["X-MultiLine-Direction"]));
        Assert.Equal("WhatsApp · Message: María Öztürk-Keller to Private clients, Anna Vogel", inbound["Subject"]);
    }

    [PythonFact]
    public async Task What_was_said_comes_first_and_exactly()
    {
        var record = Talk.Records.First(candidate => candidate is { MessageId: "m3", Event: MessageAccepted });

        var mail = await Mails.ReadAsync(Talk, record);

        Assert.Equal(record.Content.Opened!.Text, mail.Body);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Body))), mail["X-MultiLine-Text-SHA-256"]);
    }

    [PythonFact]
    public async Task A_file_comes_with_its_bytes_and_a_name_in_which_nothing_acts()
    {
        var record = Talk.Records.First(candidate => candidate is { MessageId: "m4", Event: MessageReceived });

        var mail = await Mails.ReadAsync(Talk, record);

        Assert.Equal(("Auftrag Märzgnp.png", "image/png", "attachment"), (mail.Files[0].Name, mail.Files[0].Type, mail.Files[0].Disposition));
        Assert.Equal(Sample.Picture, mail.Files[0].Bytes);
        Assert.StartsWith("The form, signed\n\n[Kind: image]\n[File: Auftrag März‹U+202E›gnp.png, image/png, 14 bytes, SHA-256 ", mail.Body, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task The_ledgers_leaf_and_the_commitment_can_be_made_again_from_the_mail_alone()
    {
        var mails = await PythonMail.ReadAsync([.. Talk.Records.Select(record => Mails.Write(Talk, record))]);

        Assert.All(mails, mail =>
        {
            var body = mail.Files.Single(file => file.Name == "event.json").Bytes;
            var leaf = LedgerHash.Leaf(
                ConversationKey.Parse(mail["X-MultiLine-Conversation"]!),
                long.Parse(mail["X-MultiLine-Version"]!, CultureInfo.InvariantCulture),
                EventFormat.Schema,
                DateTimeOffset.Parse(mail["X-MultiLine-Ledger-Recorded"]!, CultureInfo.InvariantCulture),
                body);
            Assert.Equal(Convert.ToHexStringLower(leaf), mail["X-MultiLine-Ledger-Leaf"]);
            if (mail.Files.SingleOrDefault(file => file.Name == "content.json") is { } content)
                Assert.Equal(mail["X-MultiLine-Commitment"], Commitment.Of(Convert.FromHexString(mail["X-MultiLine-Content-Salt"]!), content.Bytes));
        });
        Assert.Contains(mails, mail => mail.Files.Any(file => file.Name == "content.json"));
    }

    [PythonFact]
    public async Task A_reply_an_edit_and_a_status_hang_below_their_message()
    {
        var writer = new EmlWriter(Talk);
        var original = Talk.Records.First(record => record is { MessageId: "m5", Event: MessageReceived });
        var quoted = Talk.Records.First(record => record is { MessageId: "m3", Event: MessageAccepted });

        Assert.Equal(writer.MessageId(quoted), (await Mails.ReadAsync(Talk, original))["In-Reply-To"]);
        var edit = await Mails.ReadAsync(Talk, Sample.Record<MessageEdited>());
        Assert.Equal(writer.MessageId(original), edit["In-Reply-To"]);
        Assert.EndsWith(writer.MessageId(original), edit["References"], StringComparison.Ordinal);
        Assert.Contains("Before: Thanks, please buy 100 shares\nAfter: Thanks, please buy 10 shares", edit.Body, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Policy_is_told_and_what_it_sealed_is_not()
    {
        var redacted = await Mails.ReadAsync(Talk, Talk.Records.First(record => record is { MessageId: "m8" }));
        var blocked = await Mails.ReadAsync(Talk, Sample.Record<MessageBlocked>());

        Assert.Equal(("redacted", "acme/cards", "CREDIT_CARD, IBAN_CODE"), (redacted["X-MultiLine-Policy-Action"], redacted["X-MultiLine-Policy-Rules"], redacted["X-MultiLine-Policy-Types"]));
        Assert.Contains("is sealed", redacted.Body, StringComparison.Ordinal);
        Assert.Equal("blocked", blocked["X-MultiLine-Policy-Action"]);
        Assert.Equal(["event.json"], blocked.Files.Select(file => file.Name));
    }

    [PythonFact]
    public async Task Disposed_content_is_said_to_be_disposed_of()
    {
        var mail = await Mails.ReadAsync(Talk, Talk.Records.First(record => record.Content.IsDisposed));

        Assert.Equal("disposed", mail["X-MultiLine-Content"]);
        Assert.Contains("[Disposed: ", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("100 shares", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_says_the_same_however_much_the_log_has_grown_since()
    {
        Assert.All(Talk.Records, record =>
        {
            // The request is written together with the message that carries it.
            var last = record.Event is ConsentAsked ? record.Version + 1 : record.Version;
            var then = ArchivedConversation.Of(Sample.Parties, Talk.Records.Where(known => known.Version <= last));
            Assert.Equal(Mails.Write(then, record), Mails.Write(Talk, record));
        });
    }

    [Fact]
    public void Lines_are_ASCII_end_with_CRLF_and_fit()
    {
        Assert.All(Talk.Records, record =>
        {
            var mail = Mails.Write(Talk, record);
            Assert.All(mail, octet => Assert.InRange(octet, 1, 126));
            var text = Encoding.ASCII.GetString(mail);
            Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
            var lines = text.Split("\r\n");
            Assert.All(lines, line => Assert.True((line.Length <= 78 || IsOneToken(line)) && !line.AsSpan().ContainsAny('\r', '\n'), line));
        });
    }

    /// <summary>A header that can't be folded: nothing in it may be divided.</summary>
    private static bool IsOneToken(string line) => line.Length < 998 && line.StartsWith("X-MultiLine-", StringComparison.Ordinal) && line.Split(' ').Length == 2;

    [Theory]
    [InlineData("Anna\r\nBcc: everybody@evil.example")]
    [InlineData("Anna\nX-MultiLine-Policy-Action: none")]
    [InlineData("Anna\u2028\u0085\0\u001B[31m")]
    public void No_name_begins_a_header_of_its_own(string name)
    {
        var talk = ArchivedConversation.Of(
            Sample.Parties with
            {
                LineName = name,
                OrganizationName = name,
                Contact = Sample.Parties.Contact with { Name = name, Phone = name, Bsuid = name },
                People = [new ArchivedPerson("anna", name) { Mail = $"a@b\r\nTo: x{name}" }],
            },
            Talk.Records);
        Assert.All(talk.Records, record =>
        {
            var header = Encoding.ASCII.GetString(Mails.Write(talk, record)).Split("\r\n\r\n")[0];
            Assert.All(header.Split("\r\n"), line => Assert.Matches("^( |Date:|From:|To:|Subject:|Message-ID:|In-Reply-To:|References:|X-MultiLine-|MIME-Version:|Content-T)", line));
            Assert.Equal(1, header.Split("\r\n").Count(line => line.StartsWith("X-MultiLine-Event:", StringComparison.Ordinal)));
            Assert.DoesNotContain("\r\nX-MultiLine-Policy-Action: none", header, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\nBcc:", header, StringComparison.Ordinal);
        });
    }

    [PythonFact]
    public async Task A_huge_message_comes_through()
    {
        var text = string.Concat(Enumerable.Repeat("A line that is long, with a tab\tand a space at its end \nÄÖÜ 👍 and no end of it ", 40_000));
        var file = new byte[3_000_000];
        for (var i = 0; i < file.Length; i++)
            file[i] = (byte)(i * 31 + i / 256);
        var record = Talk.Records.First(candidate => candidate is { MessageId: "m4", Event: MessageReceived }) with
        {
            Content = Sample.Says(new MessageContent { Text = text }),
            Files = [new ArchivedFile(new string('n', 300) + "ß.bin", "application/x-any") { Bytes = file }],
        };

        var mail = await Mails.ReadAsync(ArchivedConversation.Of(Sample.Parties, [record]), record);

        Assert.Empty(mail.Defects);
        Assert.StartsWith(text, mail.Body, StringComparison.Ordinal);
        Assert.Equal(file, mail.Files[0].Bytes);
        Assert.Equal(new string('n', 300) + "ß.bin", mail.Files[0].Name);
    }

    [PythonFact]
    public async Task A_file_that_calls_itself_a_mail_is_carried_as_any_file()
    {
        var record = Talk.Records.First(candidate => candidate is { MessageId: "m4", Event: MessageReceived }) with
        {
            Files =
            [
                new ArchivedFile("a.eml", "message/rfc822") { Bytes = "From: x\r\n\r\n--=_"u8.ToArray() },
                new ArchivedFile(null, "text/html; charset=\"x\r\nBcc: y\"") { Bytes = "<p>"u8.ToArray() },
                new ArchivedFile("///", "no type") { Bytes = Array.Empty<byte>() },
            ],
        };

        var mail = await Mails.ReadAsync(ArchivedConversation.Of(Sample.Parties, [record]), record);

        Assert.Empty(mail.Defects);
        Assert.Equal(
            [("a.eml", "application/octet-stream"), ("file-2", "text/html"), ("___", "application/octet-stream")],
            mail.Files.Take(3).Select(file => (file.Name, file.Type)));
    }

    [Fact]
    public void A_domain_that_is_none_is_refused() =>
        Assert.All(["", "a b", "-a.example", "a..b", "a\r\nb"], domain => Assert.Throws<ArgumentException>(() => new EmlOptions { Domain = domain }));

    [PythonFact]
    public async Task Without_evidence_a_text_is_a_mail_of_one_part()
    {
        var mail = await Mails.ReadAsync(Talk, Talk.Records.First(record => record is { MessageId: "m3", Event: MessageAccepted }), new EmlOptions { Evidence = false, Domain = "archive.acme.example" });

        Assert.Empty(mail.Files);
        Assert.StartsWith("text/plain", mail["Content-Type"], StringComparison.Ordinal);
        Assert.EndsWith("@archive.acme.example>", mail["Message-ID"], StringComparison.Ordinal);
    }
}
