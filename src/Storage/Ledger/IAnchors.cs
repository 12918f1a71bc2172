namespace MultiLine.Storage.Ledger;

/// <summary>What destinations outside answered when tree heads were left there. Nothing of it ever changes.</summary>
public interface IAnchors
{
    Task AddAsync(AnchorAttempt attempt, CancellationToken cancellationToken = default);

    /// <summary>An organisation's attempts with an id below one, newest first.</summary>
    Task<IReadOnlyList<AnchorAttempt>> ReadAsync(string organization, long beforeId, int limit, CancellationToken cancellationToken = default);

    /// <summary>How things stand with one destination.</summary>
    Task<AnchorStanding> StandingAsync(string organization, string destination, CancellationToken cancellationToken = default);
}

/// <param name="Id">Orders the attempts; given by storage.</param>
/// <param name="Organization">Whose head.</param>
/// <param name="Destination">Its name in the settings.</param>
/// <param name="Number">Of the head.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Taken">Whether the destination has it.</param>
/// <param name="Answer">What it answered.</param>
public sealed record AnchorAttempt(long Id, string Organization, string Destination, long Number, DateTimeOffset At, bool Taken, string Answer);

/// <param name="Taken">The newest attempt that the destination took, or null.</param>
/// <param name="Failures">How many it has not taken since.</param>
/// <param name="FailedAt">When the last of those was.</param>
public sealed record AnchorStanding(AnchorAttempt? Taken, int Failures, DateTimeOffset? FailedAt);
