namespace MultiLine.Api.Pages;

/// <summary>What every page tells the browser beside its own content security policy.</summary>
internal static class PageHeaders
{
    /// <summary>
    /// Whatever a browser can grant is refused, since no page asks for it
    /// (<see href="https://www.w3.org/TR/permissions-policy/">Permissions Policy</see>); to copy a text and to fill the screen is left.
    /// </summary>
    private static readonly string s_refused = string.Join(
        ", ",
        new[]
        {
            "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
            "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock",
            "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking",
        }.Select(feature => $"{feature}=()"));

    public static void Add(IHeaderDictionary headers)
    {
        headers["Permissions-Policy"] = s_refused;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
