using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Templates;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>Something that somebody does in a thread.</summary>
internal abstract record Act
{
    /// <summary>Somebody of the bank asks for consent; with a text, that text waits for it.</summary>
    public sealed record Ask(Person By, ConsentBasis Basis, string? Text) : Act;

    public sealed record Say(Person By, string Text) : Act;

    public sealed record SendTemplate(Person By, MessageTemplate Template, IReadOnlyList<string> Values) : Act;

    /// <summary>Somebody of the bank sends the newest message again.</summary>
    public sealed record Retry(Person By) : Act;

    /// <summary>The client taps a button of the opt-in request.</summary>
    public sealed record Tap(bool Accept) : Act;

    public sealed record Write(string Text) : Act;

    /// <summary>What becomes of the messages that this act sends.</summary>
    public Fate Fate { get; init; } = Fate.Read;
}

/// <summary>What becomes of a message on its way to the phone.</summary>
internal enum Fate
{
    Read,

    /// <summary>Delivered, and never opened.</summary>
    Delivered,

    /// <summary>The phone has been off since.</summary>
    Sent,

    NotOnWhatsApp,

    /// <summary>The provider is busy at first.</summary>
    Deferred,

    /// <summary>The provider's answer never came, nor any status.</summary>
    Lost,
}

/// <summary>A conversation with one client, in order.</summary>
internal sealed record ThreadScript(Client Client, params IReadOnlyList<Beat> Beats);

/// <param name="When">Its time.</param>
/// <param name="Act">What happens then.</param>
internal sealed record Beat(Moment When, Act Act);

/// <summary>The words that scripts are written in.</summary>
internal static class Stage
{
    /// <param name="workdaysAgo">1 is the last working day before today.</param>
    /// <param name="time">Hours and minutes, UTC.</param>
    /// <param name="act">What happens.</param>
    public static Beat On(int workdaysAgo, string time, Act act) => new(Moment.OnWorkday(workdaysAgo, TimeOnly.Parse(time, null)), act);

    public static Beat HoursAgo(double hours, Act act) => new(Moment.Before(TimeSpan.FromHours(hours)), act);

    public static Act Asks(Person by, ConsentBasis basis, string? text = null) => new Act.Ask(by, basis, text);

    public static Act Says(Person by, string text) => new Act.Say(by, text);

    public static Act Sends(Person by, MessageTemplate template, params IReadOnlyList<string> values) => new Act.SendTemplate(by, template, values);

    public static Act Retries(Person by) => new Act.Retry(by);

    public static Act Accepts() => new Act.Tap(Accept: true);

    public static Act Declines() => new Act.Tap(Accept: false);

    public static Act Writes(string text) => new Act.Write(text);

    public static Act And(this Act act, Fate fate) => act with { Fate = fate };
}
