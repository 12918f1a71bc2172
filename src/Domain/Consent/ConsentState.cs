namespace MultiLine.Domain.Consent;

/// <summary>
/// The contact's consent on one channel. It keeps the earliest and latest times of each kind of answer, by the provider's clock, and
/// derives the status from them; so answers may arrive twice or in any order and lead to the same state.
/// </summary>
public sealed record ConsentState
{
    public static ConsentState NotAsked { get; } = new();

    /// <summary>By how much the provider's clock may be behind ours.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>When the contact was first asked, and when last.</summary>
    public DateTimeOffset? FirstAskedAt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The message that asked first, and the one that asked last.</summary>
    public string? FirstAskedBy { get; init; }

    public string? AskedBy { get; init; }

    /// <summary>The language of the newest request; null where nobody was asked.</summary>
    public string? AskedIn { get; init; }

    /// <summary>When the newest request went out, as far as it is known to have or may have gone out.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The request was repeated after an answer that was neither yes nor no.</summary>
    public bool Repeated { get; init; }

    /// <summary>The contact's first and latest YES.</summary>
    public DateTimeOffset? FirstGrantAt { get; init; }

    public DateTimeOffset? LastGrantAt { get; init; }

    /// <summary>The contact's first NO to the request. In a talk that was agreed to, "no" is just a word.</summary>
    public DateTimeOffset? NoAt { get; init; }

    /// <summary>The contact's first and latest STOP, or tap on the request's NO: what refuses whatever was said before.</summary>
    public DateTimeOffset? FirstStopAt { get; init; }

    public DateTimeOffset? LastStopAt { get; init; }

    /// <summary>When the contact opened the talk unasked, where the organisation takes that as consent. Any answer counts for more.</summary>
    public DateTimeOffset? ImpliedAt { get; init; }

    public ConsentStatus Status
    {
        get
        {
            if (LastGrantAt is { } grant && !(RefusedAt >= grant))
            {
                return ConsentStatus.Granted;
            }

            if (RefusedAt is { } refusal)
            {
                return FirstGrantAt < refusal || ImpliedAt < refusal ? ConsentStatus.Withdrawn : ConsentStatus.Declined;
            }

            return ImpliedAt is not null ? ConsentStatus.Granted
                : AskedAt is not null ? ConsentStatus.Asked
                : ConsentStatus.NotAsked;
        }
    }

    /// <summary>The contact's latest refusal.</summary>
    public DateTimeOffset? RefusedAt => NoAt is { } no && !(LastStopAt > no) ? no : LastStopAt;

    /// <summary>May a message of this time, which is no answer, count as consent? Only where nothing was asked or answered before it.</summary>
    public bool AllowsImplied(DateTimeOffset at) =>
        !WasAskedBy(at) && !(FirstGrantAt <= at) && !(NoAt <= at) && !(FirstStopAt <= at) && !(ImpliedAt <= at);

    /// <summary>Is the word NO of this time an answer to the request? Only after asking, and not after the contact ever agreed.</summary>
    public bool AllowsNo(DateTimeOffset at) => WasAskedBy(at) && !(FirstGrantAt < at);

    public ConsentState Ask(DateTimeOffset at, string messageId, bool repeat) => this with
    {
        FirstAskedAt = FirstAskedAt ?? at,
        FirstAskedBy = FirstAskedBy ?? messageId,
        AskedAt = at,
        AskedBy = messageId,
        SentAt = null,
        Repeated = repeat,
    };

    /// <summary>The request's template tells its language.</summary>
    public ConsentState AskIn(string? language) => this with { AskedIn = language ?? AskedIn };

    /// <summary>A message was sent, or nobody knows whether it was; of interest where it is the newest request.</summary>
    public ConsentState Sent(DateTimeOffset at, string messageId) => AskedBy == messageId ? this with { SentAt = SentAt ?? at } : this;

    /// <summary>
    /// The provider says when it passed a message on; of interest where it is the first request. Where that is long before we asked by our clock, ours was
    /// ahead, and answers would seem to come before the question.
    /// </summary>
    public ConsentState PassedOn(DateTimeOffset at, string messageId) =>
        FirstAskedBy == messageId && FirstAskedAt - at > ClocksDiffer ? this with { FirstAskedAt = at } : this;

    /// <summary>From when on the contact may be asked again: an answer is given its time from when the request went out. Null where none is awaited.</summary>
    /// <param name="after">How long a request stands.</param>
    /// <param name="now">Our time.</param>
    public DateTimeOffset? AskAgainAt(TimeSpan after, DateTimeOffset now) =>
        Status == ConsentStatus.Asked && (SentAt ?? AskedAt) is { } since ? new StoredWait(since, after).EndsAt(now) : null;

    /// <summary>The request never reached the contact, so nothing was asked; unless it only repeated one that stands.</summary>
    public ConsentState Unask(string messageId) => AskedBy == messageId && FirstAskedBy == messageId
        ? this with { FirstAskedAt = null, FirstAskedBy = null, AskedAt = null, AskedBy = null, SentAt = null }
        : this;

    public ConsentState Grant(DateTimeOffset at) =>
        (this with
        {
            FirstGrantAt = Earlier(FirstGrantAt, at),
            LastGrantAt = Later(LastGrantAt, at),
            NoAt = NoAt > at ? null : NoAt,
        }).DropImpliedAfter(at);

    public ConsentState Refuse(DateTimeOffset at) => AllowsNo(at) ? this with { NoAt = Earlier(NoAt, at) } : this;

    public ConsentState Stop(DateTimeOffset at) =>
        (this with { FirstStopAt = Earlier(FirstStopAt, at), LastStopAt = Later(LastStopAt, at) }).DropImpliedAfter(at);

    public ConsentState Imply(DateTimeOffset at) => AllowsImplied(at) ? this with { ImpliedAt = at } : this;

    /// <summary>
    /// The consent of two who turned out to be one: what was said to either counts by its time, as if it had been one talk, but a refusal that
    /// stood in either stands until the contact says YES again. Whichever of the two goes on, the status is the same.
    /// </summary>
    public ConsentState Join(ConsentState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var first = FirstAskedAt is null || other.FirstAskedAt < FirstAskedAt ? other : this;
        var last = AskedAt is null || other.AskedAt > AskedAt ? other : this;
        var joined = new ConsentState
        {
            FirstAskedAt = first.FirstAskedAt,
            FirstAskedBy = first.FirstAskedBy,
            AskedAt = last.AskedAt,
            AskedBy = last.AskedBy,
            SentAt = last.SentAt,
            AskedIn = last.AskedIn ?? AskedIn ?? other.AskedIn,
            Repeated = Repeated || other.Repeated,
            FirstGrantAt = Earliest(FirstGrantAt, other.FirstGrantAt),
            LastGrantAt = Latest(LastGrantAt, other.LastGrantAt),
            NoAt = Earliest(NoAt, other.NoAt),
            FirstStopAt = Earliest(FirstStopAt, other.FirstStopAt),
            LastStopAt = Latest(LastStopAt, other.LastStopAt),
            ImpliedAt = Earliest(ImpliedAt, other.ImpliedAt),
        };
        // A first message to the one was no consent where the other had been asked, or had answered, before.
        if (joined.ImpliedAt is { } implied && !(joined with { ImpliedAt = null }).AllowsImplied(implied))
        {
            joined = joined with { ImpliedAt = null };
        }

        var refused = Status.IsRefused() || other.Status.IsRefused();
        return refused && !joined.Status.IsRefused() ? joined.Stop(Latest(joined.RefusedAt, joined.LastGrantAt ?? joined.ImpliedAt)!.Value) : joined;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;

    /// <summary>
    /// Asking has our time and an answer the provider's, so it may seem to come a little before. Taking what came just before for an answer
    /// errs on the safe side: a NO is heard and a first message consents to nothing.
    /// </summary>
    private bool WasAskedBy(DateTimeOffset at) => FirstAskedAt - at <= ClocksDiffer;

    private ConsentState DropImpliedAfter(DateTimeOffset answer) => ImpliedAt >= answer ? this with { ImpliedAt = null } : this;

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;
}
