using Microsoft.Playwright;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>What a page is looked at on.</summary>
public enum Device
{
    /// <summary>1280 by 800, with a mouse.</summary>
    Desktop,

    /// <summary>820 by 1180, upright, with fingers.</summary>
    Tablet,

    /// <summary>390 by 844, upright, with fingers.</summary>
    Phone,
}

internal static class Devices
{
    /// <summary>Each device, some by day and some by night: how pages are laid out does not go by the colours, nor the contrast by the device.</summary>
    public static TheoryData<Device, ColorScheme> Looks => new()
    {
        { Device.Desktop, ColorScheme.Light }, { Device.Tablet, ColorScheme.Light }, { Device.Phone, ColorScheme.Dark },
    };

    /// <summary>Everything that a page may ask about device and surroundings is fixed.</summary>
    public static BrowserNewContextOptions Options(this Device device, ColorScheme theme) => new()
    {
        ViewportSize = device switch
        {
            Device.Desktop => new() { Width = 1280, Height = 800 },
            Device.Tablet => new() { Width = 820, Height = 1180 },
            _ => new() { Width = 390, Height = 844 },
        },
        HasTouch = device != Device.Desktop,
        IsMobile = device != Device.Desktop,
        ColorScheme = theme,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
    };
}
