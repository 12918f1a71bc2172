using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Pages;

/// <summary>Whose link it is, and one button.</summary>
internal static class SignInPage
{
    public static PageResult Show(SignedInPerson person, string organization, string token) => new("Sign in", Html.Of($"""
            <h1>Sign in to MultiLine</h1>
            <div class="person">
              <span class="initials" aria-hidden="true">{Initials.Of(person.Name)}</span>
              <span><strong>{person.Name}</strong><br>{organization}</span>
            </div>
            <form method="post" action="/sign-in">
              <input type="hidden" name="token" value="{token}">
              <button type="submit">Sign in</button>
            </form>
            <p class="note">This link works once. If this isn’t you, close the page.</p>
        """));

    public static PageResult ShowNotUsable() => new(
        "Link not usable",
        Html.Of($"""
            <h1>This link no longer works</h1>
            <p>It was used already, has expired, or was not copied as a whole.</p>
            <p class="note">Ask your administrator for a new sign-in link.</p>
        """),
        StatusCodes.Status404NotFound);
}
