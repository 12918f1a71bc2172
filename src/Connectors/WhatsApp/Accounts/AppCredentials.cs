namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>
/// What an app calls with on its own behalf.
/// Source: https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens
/// </summary>
/// <param name="appId">The app's id.</param>
/// <param name="secret">One of its secrets.</param>
public sealed class AppCredentials(string appId, string secret)
{
    public string AppId => appId;

    internal string Token => $"{appId}|{secret}";
}
