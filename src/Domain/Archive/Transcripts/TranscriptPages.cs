using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive.Transcripts;

/// <summary>What stands around the conversation itself: who, when, consent, what is missing, proof.</summary>
internal sealed class TranscriptPages(ArchivedConversation conversation, TranscriptOptions options)
{
    private readonly HtmlBuilder _html = new();
    private readonly ArchiveTimes _times = new(options.Zone);
    private readonly ArchiveWords _words = new(conversation, new ArchiveTimes(options.Zone));

    private ArchivedParties Parties => conversation.Parties;

    public override string ToString()
    {
        Opening();
        Participants();
        Consent();
        new TranscriptTalk(conversation, _times, _words, _html).Add();
        LeftOut();
        Ledger();
        return _html.ToString();
    }

    private void Opening()
    {
        var (organization, key, line, contact, channels) = TranscriptWords.Parties;
        var (period, zone, made, records) = TranscriptWords.Facts;
        _html.Add($"<header>\n<p class=\"kind\">{TranscriptWords.Kind}</p>\n<h1><bdi>{Parties.Contact.Display}</bdi> · <bdi>{Parties.LineName}</bdi></h1>\n<dl class=\"facts\">\n");
        Fact(organization, Parties.OrganizationName);
        Fact(line, $"{Parties.LineName} ({string.Join(", ", Parties.Numbers.Select(number => $"{ArchiveWords.Name(number.Channel)} {number.Display}"))})");
        Fact(contact, Parties.Contact.Display);
        Fact(channels, string.Join(", ", conversation.Records.Select(record => record.Event).OfType<IThreadEvent>().Select(e => e.Channel).Distinct().Order().Select(ArchiveWords.Name)));
        Fact(key, $"{Parties.Key}");
        if (conversation.Records is [var first, ..])
        {
            var occurred = conversation.Records.Select(record => record.OccurredAt).ToList();
            Fact(period, TranscriptWords.Period(_times.Moment(occurred.Min()), _times.Moment(occurred.Max())));
            Fact(zone, TranscriptWords.Zone(options.Zone.Id, occurred.Select(_times.Offset).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
            Fact(records, TranscriptWords.Records(conversation.Records.Count, first.Version, conversation.Records[^1].Version));
        }

        Fact(made, TranscriptWords.Made(_times.Moment(options.MadeAt), options.MadeBy));
        _html.Add($"</dl>\n</header>\n<p class=\"note\"><br>{TranscriptWords.HowToRead}</p>\n");
    }

    private void Fact(string name, string value) => _html.Add($"<dt>{name}</dt><dd><bdi>{value}</bdi></dd>\n");

    private void Participants()
    {
        var (name, role, known) = TranscriptWords.People;
        var (contactRole, lineRole, personRole, custodianRole) = TranscriptWords.Roles;
        _html.Add($"<section>\n<h2>{TranscriptWords.Participants}</h2>\n<table>\n<thead><tr><th scope=\"col\">{name}</th><th scope=\"col\">{role}</th><th scope=\"col\">{known}</th></tr></thead>\n<tbody>\n");
        var contact = Parties.Contact;
        Participant(contact.Display, contactRole, contact.Phone, contact.Bsuid, contact.Id);
        Participant(Parties.LineName, lineRole, [.. Parties.Numbers.Select(number => number.Display), Parties.Key.Line]);
        var people = conversation.Records.Select(record => ArchivedActor.Of(record.Event).Person).OfType<string>().Concat(Parties.Custodians);
        foreach (var person in people.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Parties.Person))
            Participant(person.Name, Parties.Custodians.Contains(person.Id) ? custodianRole : personRole, person.Mail, person.Id);
        _html.Add($"</tbody>\n</table>\n</section>\n");
    }

    private void Participant(string name, string role, params string?[] known) =>
        _html.Add($"<tr><td><bdi>{name}</bdi></td><td>{role}</td><td><bdi>{string.Join(" · ", known.Where(one => one is not null))}</bdi></td></tr>\n");

    private void Consent()
    {
        _html.Add($"<section>\n<h2>{TranscriptWords.Consent}</h2>\n");
        List<ArchivedRecord> consents =
            [.. conversation.Records.Where(record => record.Event is ConsentAsked or ConsentGiven or ConsentRefused).OrderBy(record => record.OccurredAt).ThenBy(record => record.Version)];
        if (consents.Count == 0)
        {
            _html.Add($"<p>{TranscriptWords.NoConsent}</p>\n</section>\n");
            return;
        }

        var (when, what, evidence) = TranscriptWords.Consents;
        _html.Add($"<table>\n<thead><tr><th scope=\"col\">{when}</th><th scope=\"col\">{what}</th><th scope=\"col\">{evidence}</th></tr></thead>\n<tbody>\n");
        foreach (var record in consents)
        {
            _html.Add($"<tr><td class=\"number\">{_times.Moment(record.OccurredAt)}<br>#{record.Version}</td><td><bdi>{_words.Sentence(record)}</bdi></td><td>");
            foreach (var detail in _words.Details(record))
                _html.Add($"<p class=\"detail\"><b>{detail.Label}:</b> <bdi>{detail.Value}</bdi></p>");
            _html.Add($"</td></tr>\n");
        }

        _html.Add($"</tbody>\n</table>\n</section>\n");
    }

    private void LeftOut()
    {
        _html.Add($"<section>\n<h2>{TranscriptWords.LeftOut}</h2>\n");
        List<ArchiveOmission> omissions = [.. conversation.Omissions, .. Gaps(), .. Missing()];
        if (omissions.Count == 0)
            _html.Add($"<p>{TranscriptWords.NothingLeftOut}</p>\n");
        foreach (var omission in omissions)
            _html.Add($"<p><b><bdi>{omission.What}</bdi></b><br><bdi>{omission.Why}</bdi></p>\n");
        if (conversation.Records.Any(record => record.Files.Count > 0))
            _html.Add($"<p class=\"note\">{TranscriptWords.FilesApart}</p>\n");
        _html.Add($"</section>\n");
    }

    private IEnumerable<ArchiveOmission> Gaps()
    {
        var next = 1L;
        foreach (var record in conversation.Records)
        {
            if (record.Version > next)
                yield return new ArchiveOmission(TranscriptWords.Versions(next, record.Version - 1), TranscriptWords.NotGiven);
            next = record.Version + 1;
        }
    }

    private IEnumerable<ArchiveOmission> Missing() =>
        new (Func<ArchivedRecord, bool> Lacks, string Why)[]
        {
            (record => record.Content.IsDisposed, TranscriptWords.Disposed),
            (record => ArchiveWords.Mark(record.Event)?.Original is not null, TranscriptWords.Sealed),
            (record => record.Files.Any(file => file.Bytes is null), TranscriptWords.FileMissing),
        }
        .Select(kind => (Records: conversation.Records.Where(kind.Lacks).Select(record => $"#{record.Version}").ToList(), kind.Why))
        .Where(found => found.Records.Count > 0)
        .Select(found => new ArchiveOmission(string.Join(", ", found.Records), found.Why));

    private void Ledger()
    {
        _html.Add($"<section>\n<h2>{TranscriptWords.Ledger}</h2>\n");
        if (conversation.Head is { } head)
        {
            var (size, root, signed, key, signature, anchors) = TranscriptWords.Head;
            _html.Add($"<dl class=\"facts\">\n<dt>{size}</dt><dd>{head.Size}</dd>\n<dt>{root}</dt><dd class=\"hash\">{head.Root}</dd>\n");
            Fact(signed, _times.Moment(head.SignedAt));
            if (head.KeyId is { } id)
                Fact(key, id);
            if (head.Signature is { } bytes)
                _html.Add($"<dt>{signature}</dt><dd class=\"hash\">{bytes}</dd>\n");
            if (head.Anchors.Count > 0)
                Fact(anchors, string.Join(" · ", head.Anchors));
            _html.Add($"</dl>\n");
        }
        else
        {
            _html.Add($"<p>{TranscriptWords.NoHead}</p>\n");
        }

        Positions([.. conversation.Records.Where(record => record.Position is not null)]);
        _html.Add($"</section>\n");
    }

    private void Positions(List<ArchivedRecord> records)
    {
        if (records.Count == 0)
        {
            _html.Add($"<p>{TranscriptWords.NoPositions}</p>\n");
            return;
        }

        var (version, shard, sequence, recorded, hashes) = TranscriptWords.Positions;
        _html.Add($"<p class=\"note\"><br>{TranscriptWords.HowToCheck}</p>\n<table>\n<thead><tr><th scope=\"col\">{version}</th><th scope=\"col\">{shard}</th><th scope=\"col\">{sequence}</th><th scope=\"col\">{recorded}</th><th scope=\"col\">{hashes}</th></tr></thead>\n<tbody>\n");
        foreach (var record in records)
        {
            var position = record.Position!;
            _html.Add($"<tr><td class=\"number\">{record.Version}</td><td>{position.Shard}</td><td class=\"number\">{position.Sequence}</td><td class=\"number\">{_times.Moment(position.RecordedAt)}</td><td class=\"hash\"><span>{position.Leaf}</span><span>{position.Chain}</span></td></tr>\n");
        }

        _html.Add($"</tbody>\n</table>\n");
    }
}
