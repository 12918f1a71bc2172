namespace MultiLine.Web.Tests.WebKit;

/// <summary>A test in WebKit; where it isn't installed, the test is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WebKitFactAttribute : FactAttribute
{
    public WebKitFactAttribute() => Skip = WebKitScreen.MissingBecause;
}
