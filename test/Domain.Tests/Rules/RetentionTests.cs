using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>What is kept how long, what is never disposed of, and what a hold keeps.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConversationKey Key = new("acme", "sales", "k1");
    private static readonly Organization Acme = new() { Id = "acme", Name = "Acme", Lines = [new Line("sales", "Sales"), new Line("desk", "Desk")] };

    [Fact]
    public void As_long_as_nobody_has_chosen_a_rule_everything_is_kept() =>
        Assert.Empty(Due(Acme, Start.AddYears(100), Content(1, Start)));

    [Fact]
    public void Without_recording_content_is_due_when_the_inbox_period_is_over_and_not_a_moment_before()
    {
        var off = Chosen(Acme, null, RecordingRule.Off(30), Start);

        Assert.Empty(Due(off, Start.AddDays(30).AddTicks(-1), Content(1, Start)));
        Assert.Equal([new DueContent(1, RecordingRule.Off(30))], Due(off, Start.AddDays(30), Content(1, Start)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Recorded_content_is_kept_for_the_years_of_its_class(int years)
    {
        var on = Chosen(Acme, null, RecordingRule.On(years), Start);

        Assert.Empty(Due(on, Start.AddYears(years).AddTicks(-1), Content(1, Start)));
        Assert.Single(Due(on, Start.AddYears(years), Content(1, Start)));
    }

    [Fact]
    public void Years_that_began_on_a_leap_day_do_not_end_a_day_early() =>
        Assert.Equal(
            new DateTimeOffset(2031, 3, 1, 8, 0, 0, TimeSpan.Zero), RecordingRule.On(3).End(new DateTimeOffset(2028, 2, 29, 8, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_shorter_rule_does_not_shorten_what_was_captured_under_a_longer_one()
    {
        var changed = Chosen(Chosen(Acme, null, RecordingRule.On(7), Start), null, RecordingRule.Off(30), Start.AddDays(10));

        Assert.Equal([2L], Due(changed, Start.AddYears(1), Content(1, Start.AddDays(5)), Content(2, Start.AddDays(11))).Select(due => due.Version));
        Assert.Equal(RecordingRule.On(7), changed.KeptUntil("sales", Start.AddDays(5))!.Value.Rule);
    }

    [Fact]
    public void A_longer_rule_lengthens_what_is_still_there()
    {
        var changed = Chosen(Chosen(Acme, null, RecordingRule.Off(30), Start), null, RecordingRule.On(5), Start.AddDays(10));

        Assert.Empty(Due(changed, Start.AddYears(4), Content(1, Start.AddDays(5))));
        Assert.Single(Due(changed, Start.AddYears(6), Content(1, Start.AddDays(5))));
    }

    [Fact]
    public void A_lines_own_rule_stands_before_that_of_its_organisation_until_it_is_taken_back()
    {
        var own = Chosen(Chosen(Acme, null, RecordingRule.Off(30), Start), "sales", RecordingRule.On(3), Start);
        var back = Chosen(own, "sales", null, Start.AddDays(1));

        Assert.Equal((RecordingRule.On(3), RecordingRule.Off(30)), (own.RuleOf("sales"), own.RuleOf("desk")));
        Assert.Equal(RecordingRule.Off(30), back.RuleOf("sales"));
        Assert.Null(back.OwnRuleOf("sales"));
    }

    [Fact]
    public void Only_the_classes_and_periods_that_there_are_can_be_chosen_and_only_for_a_line_that_is_there()
    {
        Assert.Equal(RefusalCodes.InvalidRequest, Acme.WithRecording(null, RecordingRule.On(4), Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, Acme.WithRecording(null, RecordingRule.Off(0), Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, Acme.WithRecording(null, RecordingRule.Off(366), Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, Acme.WithRecording(null, null, Start).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, Acme.WithRecording("nowhere", RecordingRule.On(3), Start).Refusal?.Code);
    }

    [Fact]
    public void What_the_contact_was_asked_and_answered_is_evidence_and_a_first_message_is_not()
    {
        var answers = Evidence.AnswersIn([Given("m2", AnswerForm.Word), Given("m4", AnswerForm.FirstMessage), Refused("m3")]);

        Assert.True(Evidence.Is(Accepted(OutboundKind.OptInRequest), answers));
        Assert.True(Evidence.Is(Accepted(OutboundKind.Disclaimer), answers));
        Assert.False(Evidence.Is(Accepted(OutboundKind.Text), answers));
        Assert.True(Evidence.Is(Received("m2"), answers));
        Assert.True(Evidence.Is(Received("m3"), answers));
        Assert.False(Evidence.Is(Received("m4"), answers));
    }

    [Fact]
    public void A_hold_covers_what_fits_all_that_it_names()
    {
        Assert.True(Covers(new HoldScope()));
        Assert.True(Covers(new HoldScope { Line = "sales", Contact = "k1" }));
        Assert.False(Covers(new HoldScope { Line = "desk" }));
        Assert.True(Covers(new HoldScope { Contact = "k0" }));
        Assert.False(Covers(new HoldScope { Contact = "k2" }));
        Assert.True(Covers(new HoldScope { Person = "anna" }));
        Assert.True(Covers(new HoldScope { Person = "ben" }));
        Assert.True(Covers(new HoldScope { Person = "gone", PersonLines = ["sales"] }));
        Assert.False(Covers(new HoldScope { Person = "gone", PersonLines = ["desk"] }));
        Assert.True(Covers(new HoldScope { From = Start, Until = Start.AddTicks(1) }));
        Assert.False(Covers(new HoldScope { From = Start.AddTicks(1) }));
        Assert.False(Covers(new HoldScope { Until = Start }));

        static bool Covers(HoldScope scope) => scope.Covers(Conversation, Start);
    }

    [Fact]
    public void What_is_due_is_never_held_never_evidence_never_on_its_way_and_never_within_its_period() => Property.Holds(Cases, test =>
    {
        var decision = Disposal.Decide(test.Organization, test.Holds, Conversation, test.Contents, test.Now);

        var due = decision.Due.Select(due => due.Version).ToHashSet();
        var over = test.Contents.Where(content => test.Organization.KeptUntil("sales", content.CapturedAt) is { } kept && kept.Until <= test.Now).ToList();
        Assert.All(test.Contents.Where(content => due.Contains(content.Version)), content =>
        {
            Assert.False(content.IsEvidence || content.IsOnItsWay);
            Assert.DoesNotContain(test.Holds, hold => hold.Holds && hold.Scope.Covers(Conversation, content.CapturedAt));
            Assert.Contains(content, over);
        });
        Assert.Equal(over.Count(content => !content.IsEvidence && !content.IsOnItsWay), decision.Due.Count + decision.Held);
        Assert.All(decision.Due, one => Assert.True(
            test.Contents.Single(content => content.Version == one.Version).CapturedAt <= test.Organization.NewestThatMayBeDue("sales", test.Now)));
    });

    [Fact]
    public void No_later_rule_makes_anything_due_earlier() => Property.Holds(Cases, test =>
    {
        if (test.Organization.RuleOf("sales") is null)
            return;
        var changed = test.Organization.WithRecording(null, RecordingRule.Off(1), test.Now).Changed!;

        foreach (var content in test.Contents.Where(content => content.CapturedAt < test.Now))
        {
            Assert.True(changed.KeptUntil("sales", content.CapturedAt)!.Value.Until
                >= test.Organization.KeptUntil("sales", content.CapturedAt)!.Value.Until);
        }
    });

    [Fact]
    public void Content_that_was_disposed_of_is_told_from_content_that_was_lost()
    {
        var disposed = DisposedContent.Of(
        [
            new ContentDisposed
            {
                At = Start, Person = "cora", Run = "r1", Conversation = Key.ToString(), Rule = "inbox_30_days", Versions = VersionRange.Of([1, 2, 5]), Count = 3,
            },
        ]);

        Assert.Equal([1L, 2, 5], Enumerable.Range(0, 8).Select(version => (long)version).Where(version => disposed.Contains(Key, version)));
        Assert.False(disposed.Contains(Key with { Contact = "k2" }, 1));
    }

    [Fact]
    public void A_text_that_does_not_say_that_contacts_are_recorded_is_named_where_they_are()
    {
        var silent = Acme with
        {
            OtherOptIns = [new OptInText("de", "Dürfen wir Ihnen schreiben?", null, "Ja", "Nein"), new OptInText("ja", "…", null, "はい", "いいえ")],
            SmsDisclaimer = "{{1}} writes to you here.",
        };

        Assert.Empty(RecordingNotice.LanguagesWithout(silent));
        var recorded = Chosen(silent, "sales", RecordingRule.On(3), Start);
        Assert.Equal(["de"], RecordingNotice.LanguagesWithout(recorded));
        Assert.True(RecordingNotice.IsMissingFromSmsNotice(recorded));
        Assert.False(RecordingNotice.IsMissingFromSmsNotice(recorded with { SmsDisclaimer = null }));
    }

    private static HeldConversation Conversation { get; } =
        new(Key, new HashSet<string> { "k1", "k0" }, new HashSet<string> { "anna" }, new HashSet<string> { "ben" });

    private static Arbitrary<Case> Cases => Arb.From(
        from rules in (
            from day in Gen.Choose(0, 4000)
            from line in Gen.Elements(null, "sales", "desk")
            from rule in Gen.Elements(RecordingRule.Off(1), RecordingRule.Off(30), RecordingRule.On(3), RecordingRule.On(7), null)
            select (day, line, rule)).ListOf()
        from contents in (
            from day in Gen.Choose(0, 4000)
            from evidence in Gen.Elements(true, false, false)
            from sending in Gen.Elements(true, false, false)
            select (day, evidence, sending)).ListOf()
        from holds in (
            from line in Gen.Elements(null, "sales", "desk")
            from person in Gen.Elements(null, "anna", "zoe")
            from start in Gen.Choose(0, 4000)
            from lifted in Gen.Elements(true, false)
            select new LegalHold("h", "h", new HoldScope { Line = line, Person = person, From = Start.AddDays(start) }, "cora", Start)
            {
                LiftedAt = lifted ? Start : null,
            }).ListOf()
        from now in Gen.Choose(4000, 7000)
        select new Case(
            rules.OrderBy(rule => rule.day).Aggregate(
                Acme, (organization, rule) => organization.WithRecording(rule.line, rule.rule, Start.AddDays(rule.day)).Changed ?? organization),
            [.. contents.Select((content, i) => new KeptContent(i + 1, Start.AddDays(content.day), content.evidence, content.sending))],
            [.. holds],
            Start.AddDays(now)));

    private static IReadOnlyList<DueContent> Due(Organization organization, DateTimeOffset now, params KeptContent[] contents) =>
        Disposal.Decide(organization, [], Conversation, contents, now).Due;

    private static KeptContent Content(long version, DateTimeOffset at) => new(version, at, IsEvidence: false, IsOnItsWay: false);

    private static Organization Chosen(Organization organization, string? line, RecordingRule? rule, DateTimeOffset at) =>
        organization.WithRecording(line, rule, at).Changed!;

    private static ConsentGiven Given(string message, AnswerForm by) =>
        new() { At = Start, Channel = Channel.WhatsApp, By = by, MessageId = message, ProviderAt = Start };

    private static ConsentRefused Refused(string message) =>
        new() { At = Start, Channel = Channel.WhatsApp, By = AnswerForm.Word, Stop = true, MessageId = message, ProviderAt = Start };

    private static MessageAccepted Accepted(OutboundKind kind) =>
        new() { At = Start, MessageId = "m1", Channel = Channel.WhatsApp, Number = "1", Kind = kind, Commitment = "c" };

    private static MessageReceived Received(string message) => new()
    {
        At = Start, MessageId = message, Channel = Channel.WhatsApp, Number = "1", ProviderMessageId = "w", ProviderAt = Start, Kind = "text", Commitment = "c",
    };

    private sealed record Case(
        Organization Organization, IReadOnlyList<KeptContent> Contents, IReadOnlyList<LegalHold> Holds, DateTimeOffset Now);
}
