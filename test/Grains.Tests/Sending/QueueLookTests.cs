using MultiLine.Domain;
using MultiLine.Grains.Sending;

namespace MultiLine.Grains.Tests.Sending;

public sealed class QueueLookTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(9);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly ConversationKey Ada = new("northwind", "sales", "ada");
    private static readonly ConversationKey Grace = new("northwind", "sales", "grace");

    private readonly QueueLook _look = new();

    [Fact]
    public void The_first_look_is_a_full_one_and_the_next_full_one_comes_by_itself()
    {
        Assert.True(_look.IsFullDue(Now));

        _look.BeginFull(Now);

        Assert.False(_look.IsFullDue(Now + QueueLook.FullAtLeastEvery - TimeSpan.FromTicks(1)));
        Assert.Equal(Now + QueueLook.FullAtLeastEvery, _look.Next);
        Assert.True(_look.IsFullDue(_look.Next));
    }

    [Fact]
    public void Whatever_comes_has_the_look_go_on_at_once_and_begin_anew_no_more_than_once_a_second()
    {
        _look.BeginFull(Now);
        Assert.False(_look.HasMore);

        _look.Stir(Now + (0.25 * Second));
        _look.Stir(Now + (0.75 * Second));
        Assert.True(_look.HasMore);
        Assert.Equal(Now + Second, _look.Next);
        _look.BeginFull(_look.Next);
        _look.Stir(Now + (5 * Second));

        Assert.True(_look.IsFullDue(Now + (5 * Second)));
    }

    [Fact]
    public void The_earliest_time_for_a_full_look_counts()
    {
        _look.BeginFull(Now);

        _look.FullBy(Now + (3 * Second));
        _look.FullBy(Now + (7 * Second));

        Assert.Equal(Now + (3 * Second), _look.Next);
    }

    [Fact]
    public void The_place_only_goes_forward_until_a_full_look_begins_at_the_front()
    {
        _look.BeginFull(Now);
        _look.Advance(7);
        _look.Advance(3);
        Assert.Equal(7, _look.UpTo);

        _look.BeginFull(Now + Second);

        Assert.Equal(0, _look.UpTo);
    }

    [Fact]
    public void What_comes_while_the_rest_is_being_read_is_not_forgotten()
    {
        _look.BeginFull(Now);
        _look.Stir(Now);
        _look.BeginRest();
        Assert.False(_look.HasMore);

        _look.Stir(Now);

        Assert.True(_look.HasMore);
    }

    [Fact]
    public void A_look_that_had_to_stop_goes_on_when_it_can_and_only_then()
    {
        _look.BeginFull(Now);
        _look.Stop(Now + (0.1 * Second));
        Assert.Equal((true, Now + (0.1 * Second)), (_look.HasMore, _look.Next));

        _look.GoOn(_look.Next);
        Assert.Equal((true, Now + QueueLook.FullAtLeastEvery), (_look.HasMore, _look.Next));
        _look.Stop(Now + (0.2 * Second));
        _look.BeginFull(Now);
        Assert.Equal((false, Now + QueueLook.FullAtLeastEvery), (_look.HasMore, _look.Next));
        _look.Stop(goOnAt: null);
        Assert.Equal((true, Now + QueueLook.FullAtLeastEvery), (_look.HasMore, _look.Next));
    }

    [Fact]
    public void A_conversation_that_comes_back_is_given_once_and_one_that_comes_back_later_when_it_is_time()
    {
        _look.BeginFull(Now);
        _look.Return(Ada);
        _look.Return(Ada);
        _look.Return(Grace, Now + (2 * Second));
        _look.Return(Ada, Now + (3 * Second));

        Assert.Equal((true, Now + (2 * Second)), (_look.HasReturned, _look.Next));
        Assert.Equal([Ada], _look.TakeReturned());
        Assert.False(_look.HasReturned);
        _look.GoOn(Now + (2 * Second) - TimeSpan.FromTicks(1));
        Assert.Empty(_look.TakeReturned());
        _look.GoOn(Now + (2 * Second));
        Assert.Equal(Now + (3 * Second), _look.Next);
        Assert.Equal([Grace], _look.TakeReturned());
    }

    [Fact]
    public void A_full_look_sees_to_all_that_comes_back_before_it_and_after_it()
    {
        _look.BeginFull(Now);
        _look.FullBy(Now + (2 * Second));
        _look.Return(Ada, Now + (2 * Second));
        _look.Return(Grace, Now + Second);
        _look.Return(Grace);

        _look.BeginFull(Now + (2 * Second));

        Assert.Equal(Now + (2 * Second) + QueueLook.FullAtLeastEvery, _look.Next);
        _look.GoOn(Now + (10 * Second));
        Assert.False(_look.HasReturned);
    }
}
