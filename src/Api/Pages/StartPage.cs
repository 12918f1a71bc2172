using MultiLine.Api.Authorization;
using MultiLine.Api.Operations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Pages;

/// <summary>Who is signed in, and the lines that the person writes from.</summary>
internal static class StartPage
{
    public static PageResult Show(Caller caller, OrganizationCard organization) => new("Signed in", Html.Of($"""
            <h1 class="hidden">Signed in</h1>
            <div class="person">
              <span class="initials" aria-hidden="true">{Initials.Of(caller.Person.Name)}</span>
              <span><strong>{caller.Person.Name}</strong><br>{organization.Name}{Duties(caller.Person.Roles)}</span>
            </div>
        {Lines(caller, caller.LinesOf(organization))}{DashboardLink(caller)}
            <div class="actions">
              <a href="/openapi/v1.json">API description</a>
              <form method="post" action="/sign-out"><button type="submit" class="quiet">Sign out</button></form>
            </div>
        """));

    public static PageResult ShowSignedOut() => new("Signed out", Html.Of($"""
            <h1>You aren’t signed in</h1>
            <p>MultiLine has no passwords. You sign in with a personal link that works once.</p>
            <p class="note">Ask your administrator for a link.</p>
        """));

    private static Html DashboardLink(Caller caller) => ApiHost.HasDashboard && caller.IsOperator
        ? Html.Of($"""    <p class="note"><a href="{Dashboard.Path}/">Cluster dashboard</a></p>""")
        : Html.Of($"");

    /// <summary>What somebody does besides writing to contacts.</summary>
    private static Html Duties(IReadOnlyList<string> roles) =>
        Html.Join(roles.Select(DutyName).OfType<string>().Select(duty => Html.Of($"<br>{duty}")));

    private static string? DutyName(string role) => role switch
    {
        Roles.Administrator => "Administrator",
        Roles.Compliance => "Compliance",
        Roles.Operator => "Operator",
        _ => null,
    };

    /// <summary>Nothing where it is not the person's task to write.</summary>
    private static Html Lines(Caller caller, IReadOnlyList<LineCard> lines) => lines.Count > 0
        ? Html.Of($"""    <h2>Your lines</h2><ul class="lines">{Html.Join(lines.Select(Line))}</ul>""")
        : caller.Is(Roles.User) ? Html.Of($"""    <p class="note">No line is assigned to you. An administrator can change that.</p>""") : Html.Of($"");

    private static Html Line(LineCard line) =>
        Html.Of($"""<li><strong>{line.Name}</strong>{(line.Numbers.Count == 0 ? NoNumber : Html.Join(line.Numbers.Select(Number)))}</li>""");

    private static Html NoNumber { get; } = Html.Of($"<span>No number yet</span>");

    private static Html Number(NumberCard number) =>
        Html.Of($"""<span>{ChannelName(number.Channel)} {number.Display}</span>""");

    private static string ChannelName(string channel) => channel switch
    {
        "whatsapp" => "WhatsApp",
        "sms" => "SMS",
        "voice" => "Calls",
        _ => channel,
    };
}
