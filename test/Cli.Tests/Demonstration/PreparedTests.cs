using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Domain;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Status;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Outbound;

namespace MultiLine.Cli.Tests.Demonstration;

/// <summary>What a prepared demonstration holds.</summary>
public sealed class PreparedTests(Prepared prepared) : IClassFixture<Prepared>
{
    [Fact]
    public async Task There_is_someone_in_every_role()
    {
        var people = (await FindAsync("demo")).People.Concat((await FindAsync("system")).People).ToList();

        Assert.Equal(Enum.GetValues<Role>(), people.SelectMany(person => person.Roles).Distinct().Order());
        Assert.True(people.Count(person => person.Roles.Contains(Role.User) && person.Lines.Contains(Bank.Desk)) > 1, "Nobody shares the line.");
    }

    [Fact]
    public void Every_standing_of_consent_is_there()
    {
        var standings = prepared.Conversations.Select(conversation => conversation.State[Channel.WhatsApp].Consent.Status).ToHashSet();
        Assert.Equal(Enum.GetValues<ConsentStatus>(), standings.Order());
        Assert.True(prepared.Conversations.Count < Clients.All.Count, "Everybody has been asked.");
    }

    [Fact]
    public void Consent_was_given_by_button_by_word_and_by_writing_first() =>
        Assert.Equal(Enum.GetValues<AnswerForm>(), Events<ConsentGiven>().Select(given => given.By).Distinct().Order());

    [Fact]
    public async Task Clients_were_asked_in_each_of_the_banks_languages()
    {
        var bank = await FindAsync("demo");
        var asked = prepared.Conversations.Select(conversation => conversation.State[Channel.WhatsApp].Consent.AskedIn).OfType<string>().ToHashSet();

        Assert.Equal(["de", "en_US"], bank.OptIns().Select(text => text.Language).Order());
        Assert.Equal(["de", "en_US"], asked.Order());
    }

    [Fact]
    public async Task Somebody_who_said_stop_came_back_by_yes()
    {
        var samuel = await prepared.LoadAsync(Clients.Samuel);

        Assert.Equal(ConsentStatus.Granted, samuel.State[Channel.WhatsApp].Consent.Status);
        Assert.Contains(prepared.Events<ConsentRefused>(samuel), refused => refused.Stop);
    }

    [Fact]
    public void Every_session_is_over_and_its_end_was_written_by_the_reminder_on_time()
    {
        Assert.All(prepared.Conversations, conversation => Assert.False(conversation.State[Channel.WhatsApp].Session.IsOpen(prepared.Now)));
        Assert.All(prepared.Conversations, conversation => Assert.False(conversation.State[Channel.WhatsApp].Session.HasLapsedUnrecorded(prepared.Now)));
        Assert.All(Events<SessionClosed>(), closed => Assert.Equal(ClosedBy.Reminder, closed.By));
        Assert.All(Events<SessionClosed>(), closed => Assert.InRange(closed.At - closed.Until, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        Assert.Equal(Events<SessionOpened>().Count, Events<SessionClosed>().Count);
    }

    [Fact]
    public async Task Nothing_is_left_to_be_sent()
    {
        Assert.Empty(await prepared.Deployment.Get<IOutboundQueue>().DepthsAsync());
        Assert.All(
            prepared.Conversations.SelectMany(conversation => conversation.State.Open),
            open => Assert.Equal(MessagePhase.AwaitsConsent, open.Phase));
    }

    [Fact]
    public void Only_who_is_still_asked_has_a_message_that_waits() =>
        Assert.All(
            prepared.Conversations.Where(conversation => !conversation.State.Open.IsEmpty),
            conversation => Assert.Equal(ConsentStatus.Asked, conversation.State[Channel.WhatsApp].Consent.Status));

    [Fact]
    public async Task Messages_ended_in_every_way_that_there_is()
    {
        List<MessageStatus> statuses = [];
        foreach (var conversation in prepared.Conversations)
            statuses.AddRange((await prepared.Journal.ReadThreadAsync(conversation.Key, long.MaxValue, 100)).Where(view => !view.Inbound).Select(view => view.Status));

        Assert.Equal(
            [MessageStatus.Waiting, MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Read, MessageStatus.Failed],
            statuses.Distinct().Order());
        Assert.NotEmpty(Events<OutcomeUnknown>());
        Assert.NotEmpty(Events<AttemptDeferred>());
    }

    [Fact]
    public async Task Who_is_not_on_WhatsApp_is_known_not_to_be()
    {
        var george = (await prepared.LoadAsync(Clients.George)).State[Channel.WhatsApp];

        Assert.True(george.Reachability.IsNotReachable(prepared.Now, ConversationRules.Default.NotReachableFor));
        Assert.Equal(ConsentStatus.NotAsked, george.Consent.Status);
    }

    [Fact]
    public void All_of_it_lies_in_the_past_and_goes_back_for_weeks()
    {
        var times = Events<ConversationEvent>().Select(e => e.At).ToList();

        Assert.True(times.Max() < prepared.Now);
        Assert.True(times.Min() < prepared.Now.AddDays(-28));
    }

    [Fact]
    public async Task Archive_and_inbox_are_told_to_read_every_conversation()
    {
        var marks = prepared.Deployment.Get<IFollowerMarks>();

        Assert.Equal(["archive/demo/0", "inbox/demo/advisory"], (await marks.FollowersAsync()).Order());
        foreach (var follower in await marks.FollowersAsync())
        {
            Assert.Equal(
                prepared.Conversations.Select(conversation => (conversation.Key, conversation.Version)).OrderBy(mark => mark.Key.Contact),
                (await marks.ReadAsync(follower, 0, 1000)).Select(mark => (mark.Conversation, mark.Version)).OrderBy(mark => mark.Conversation.Contact));
        }
    }

    [Fact]
    public async Task Every_message_can_be_read_and_is_the_one_that_the_log_commits_to()
    {
        foreach (var conversation in prepared.Conversations)
        {
            var thread = await prepared.Journal.ReadThreadAsync(conversation.Key, long.MaxValue, 100);
            var contents = await prepared.Journal.ReadContentsAsync(conversation.Key, [.. thread.Select(view => view.ContentVersion)]);
            Assert.All(thread, view => Assert.False(string.IsNullOrWhiteSpace(contents[view.ContentVersion].Text)));
        }
    }

    [Fact]
    public async Task Every_client_is_in_the_contact_book_once()
    {
        var book = await prepared.Deployment.Get<IContactStore>().ReadAsync(Bank.Id, null, null, 100);

        Assert.Equal(Clients.All.Select(client => (client.Name, (string?)client.Phone)).Order(), book.Select(row => (row.Name, row.Phone)).Order());
        Assert.All(book, row => Assert.Matches("^[0-9a-f]{12}7[0-9a-f]{19}$", row.Id));
    }

    private List<T> Events<T>() where T : ConversationEvent => [.. prepared.Events<T>()];

    private async Task<Organization> FindAsync(string id) => (await prepared.Deployment.Organizations.FindAsync(id))!.Organization;
}
