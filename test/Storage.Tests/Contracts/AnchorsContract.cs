using MultiLine.Storage.Ledger;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class AnchorsContract : StorageContract
{
    private IAnchors Anchors => Port<IAnchors>();

    [Fact]
    public async Task Answers_are_kept_and_read_newest_first()
    {
        await AddAsync("vault", 1, taken: true);
        await AddAsync("mail", 1, taken: false);
        await Anchors.AddAsync(new(0, "other", "vault", 7, Noon, true, "elsewhere"));

        var read = await Anchors.ReadAsync("acme", long.MaxValue, 10);

        Assert.Equal([("mail", false, "answer 1"), ("vault", true, "answer 1")], read.Select(answer => (answer.Destination, answer.Taken, answer.Answer)));
        Assert.Equal("vault", Assert.Single(await Anchors.ReadAsync("acme", read[0].Id, 10)).Destination);
    }

    [Fact]
    public async Task A_destination_stands_at_what_it_has_taken_and_what_failed_since()
    {
        Assert.Equal(new AnchorStanding(null, 0, null), await Anchors.StandingAsync("acme", "vault"));
        await AddAsync("vault", 1, taken: false);
        await AddAsync("vault", 1, taken: true);
        await AddAsync("vault", 2, taken: false);
        await AddAsync("vault", 3, taken: false);
        await AddAsync("mail", 4, taken: true);

        var standing = await Anchors.StandingAsync("acme", "vault");

        Assert.Equal((1, 2, Noon.AddMinutes(3)), (standing.Taken!.Number, standing.Failures, standing.FailedAt!.Value));
    }

    [Fact]
    public async Task What_failed_last_counts_although_the_clock_was_set_back_before()
    {
        await AddAsync("vault", 1000, taken: false);
        await AddAsync("vault", 1, taken: false);

        Assert.Equal(new AnchorStanding(null, 2, Noon.AddMinutes(1)), await Anchors.StandingAsync("acme", "vault"));
    }

    private Task AddAsync(string destination, long number, bool taken) =>
        Anchors.AddAsync(new(0, "acme", destination, number, Noon.AddMinutes(number), taken, $"answer {number}"));
}
