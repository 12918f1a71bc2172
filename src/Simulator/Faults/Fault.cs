namespace MultiLine.Simulator.Faults;

/// <summary>The kinds of misbehaviour that can be asked for.</summary>
internal enum FaultKind
{
    /// <summary>The call is answered <see cref="Fault.Seconds"/> late.</summary>
    Delay,

    /// <summary>5xx before anything happened, code 131000.</summary>
    ServerError,

    /// <summary>429 with code 130429.</summary>
    RateLimit,

    /// <summary>Any error of Meta's, by <see cref="Fault.Code"/>.</summary>
    Refuse,

    /// <summary>The connection breaks before anything happened.</summary>
    LoseRequest,

    /// <summary>The connection breaks after the call has succeeded.</summary>
    LoseReply,

    /// <summary>The first status arrives at the business before the send is answered.</summary>
    EarlyStatus,

    /// <summary>The message is accepted and then fails with <see cref="Fault.Code"/>.</summary>
    FailMessage,

    /// <summary>The message is sent, is told to be, and then fails with <see cref="Fault.Code"/>.</summary>
    FailAfterSent,

    /// <summary>The connection breaks in the middle of the webhook's body; it is sent again.</summary>
    CutWebhook,

    /// <summary>From the next webhook on nothing is sent for <see cref="Fault.Seconds"/>, then everything in its order.</summary>
    Outage,

    /// <summary>The webhook is sent twice.</summary>
    DuplicateWebhook,

    /// <summary>The next <see cref="Fault.Size"/> webhooks are sent last first.</summary>
    ReorderWebhooks,

    /// <summary>The next <see cref="Fault.Size"/> webhooks are sent in one POST.</summary>
    BatchWebhooks,

    /// <summary>The <c>delivered</c> status is not reported.</summary>
    SkipDelivered,
}

/// <summary>A misbehaviour that was asked for.</summary>
/// <param name="Count">How many times more.</param>
internal sealed record Fault(FaultKind Kind, int Count = 1)
{
    /// <summary>Which calls misbehave: the last part of the path, such as <c>message_templates</c>; <c>*</c> for all.</summary>
    public string On { get; init; } = "messages";

    /// <summary>The delay or outage; for reordering and batching how long to wait for enough webhooks.</summary>
    public double Seconds { get; init; } = 2;

    public int HttpStatus { get; init; } = 500;

    public int Code { get; init; } = 131000;

    public string Details { get; init; } = "Asked for through the control API.";

    public int Size { get; init; } = 2;
}
