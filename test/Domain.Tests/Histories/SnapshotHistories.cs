using MultiLine.Domain.Conversations;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>Whatever has happened: who goes on from a snapshot knows what they know who have read the whole log.</summary>
public sealed class SnapshotHistories
{
    [Fact]
    public void A_state_that_was_stored_is_the_state_that_it_was_and_goes_on_alike() => Property.Holds(History.Any, history =>
    {
        foreach (var turn in Story.Play(history).Talk.Turns)
        {
            var read = SnapshotFormat.Read(SnapshotFormat.Schema, SnapshotFormat.Write(turn.Before));

            Assert.Equal(Canonical.Json(turn.Before), Canonical.Json(read));
            Assert.Equal(Canonical.Json(turn.After), Canonical.Json(read!.Apply(turn.Decision.Events)));
        }
    });
}
