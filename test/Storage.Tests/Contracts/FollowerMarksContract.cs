using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class FollowerMarksContract : StorageContract
{
    private const string Archive = "archive/acme/0", Inbox = "inbox/acme/sales";

    private IConversationLog Log => Port<IConversationLog>();

    private IFollowerMarks Marks => Port<IFollowerMarks>();

    [Fact]
    public async Task A_mark_rises_with_each_step_and_keeps_its_age()
    {
        await AppendAsync(Step(Anna, 0));
        await AppendAsync(Step(Bert, 0, count: 2));
        await AppendAsync(Step(Anna, 1, count: 3));

        Assert.Equal([(Anna, 4), (Bert, 2)], await ReadAsync(Archive, 10));
        Assert.Equal([(Anna, 4)], await ReadAsync(Archive, 1));
    }

    [Fact]
    public async Task Marks_are_read_page_by_page_up_to_the_newest()
    {
        Assert.Equal(new FollowerHead(0, 0), await Marks.HeadAsync(Archive));
        foreach (var conversation in new[] { Bert, Anna, Cora })
            await AppendAsync(Step(conversation, 0));
        await AppendAsync(Step(Bert, 1));

        var first = await Marks.ReadAsync(Archive, 0, 2);
        var second = await Marks.ReadAsync(Archive, first[^1].Place, 2);

        Assert.Equal([Bert, Anna, Cora], first.Concat(second).Select(mark => mark.Conversation));
        Assert.Equal(new FollowerHead(second[^1].Place, 4), await Marks.HeadAsync(Archive));
    }

    [Fact]
    public async Task A_mark_is_cleared_for_its_own_follower_only()
    {
        await AppendAsync(Step(Anna, 0));

        await Marks.ClearAsync(Archive, Assert.Single(await Marks.ReadAsync(Archive, 0, 10)));

        Assert.Empty(await ReadAsync(Archive, 10));
        Assert.Equal([(Anna, 1)], await ReadAsync(Inbox, 10));
        Assert.Equal([Inbox], await Marks.FollowersAsync());
    }

    [Fact]
    public async Task A_mark_that_has_risen_since_it_was_read_stays()
    {
        await AppendAsync(Step(Anna, 0));
        var read = Assert.Single(await Marks.ReadAsync(Archive, 0, 10));
        await AppendAsync(Step(Anna, 1));

        await Marks.ClearAsync(Archive, read);

        Assert.Equal([(Anna, 2)], await ReadAsync(Archive, 10));
    }

    [Fact]
    public async Task How_far_a_follower_is_behind_is_told_by_what_it_has_not_read_for_longest()
    {
        await AppendAsync(Step(Anna, 0));
        await AppendAsync(Step(Bert, 0, count: 5));
        await AppendAsync(Step(Anna, 1));
        await Marks.ClearAsync(Archive, (await Marks.ReadAsync(Archive, 0, 1))[0]);

        Assert.Equal(
            [new FollowerLag(Archive, 1, 0, Noon.AddSeconds(5)), new FollowerLag(Inbox, 2, 1, Noon.AddSeconds(1))],
            await Marks.LagsAsync(late: Noon.AddSeconds(5)));
    }

    [Fact]
    public async Task Marks_that_are_late_are_listed_oldest_first_whoever_has_them()
    {
        await AppendAsync(Step(Anna, 0));
        await AppendAsync(Step(Bert, 0, count: 5));
        await AppendAsync(Step(Anna, 1, count: 9));

        var late = await Marks.ReadLateAsync(Noon.AddSeconds(5), 10);
        Assert.Equal([(Archive, Anna, 10), (Inbox, Anna, 10)], late.Select(mark => (mark.Follower, mark.Mark.Conversation, mark.Mark.Version)));
        Assert.All(late, mark => Assert.Equal(Noon.AddSeconds(1), mark.Since));
        Assert.Equal(Archive, Assert.Single(await Marks.ReadLateAsync(Noon.AddHours(1), 1)).Follower);
        Assert.Equal(late[0].Mark, await Marks.FindAsync(Archive, Anna));
        Assert.Null(await Marks.FindAsync(Archive, Cora));
    }

    [Fact]
    public async Task Nothing_is_missed_when_clearing_races_with_appending()
    {
        const int Steps = 50;
        var seen = 0L;
        async Task FollowAsync()
        {
            while (seen < Steps)
            {
                foreach (var mark in await Marks.ReadAsync(Archive, 0, 10))
                {
                    seen = (await Log.ReadAllAsync(Anna))[^1].Version;
                    Assert.True(seen >= mark.Version, "A mark named a version that is not in the log.");
                    await Marks.ClearAsync(Archive, mark);
                }
            }
        }

        var following = FollowAsync();
        for (var i = 0; i < Steps; i++)
            await AppendAsync(Step(Anna, i));

        await following.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<IEnumerable<(ConversationKey, long)>> ReadAsync(string follower, int limit) =>
        (await Marks.ReadAsync(follower, 0, limit)).Select(mark => (mark.Conversation, mark.Version));

    private Task<long> AppendAsync(AppendRequest step) => Log.MustAppendAsync(step with { Followers = [Archive, Inbox] });
}
