using OpenQA.Selenium;

namespace MultiLine.Web.Tests.WebKit;

/// <summary>The browser that comes with WebKitGTK, told to be driven.</summary>
/// <remarks><see href="https://github.com/WebKit/WebKit/blob/main/Source/WebDriver/gtk/WebDriverServiceGtk.cpp">The capabilities of its driver</see>.</remarks>
internal sealed class WebKitOptions : DriverOptions
{
    private readonly Dictionary<string, object> _browser;

    public WebKitOptions(string program) => _browser = new() { ["binary"] = program, ["args"] = new[] { "--automation" } };

    public override void AddAdditionalOption(string optionName, object optionValue) => AddAdditionalOption(optionName, optionValue);

    public override ICapabilities ToCapabilities()
    {
        var capabilities = GenerateDesiredCapabilities(true);
        capabilities.SetCapability("webkitgtk:browserOptions", _browser);
        return capabilities.AsReadOnly();
    }
}
