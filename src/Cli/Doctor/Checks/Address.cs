namespace MultiLine.Cli.Doctor.Checks;

/// <summary>Addresses as they may be printed: user and query are left out, since they may be secret.</summary>
internal static class Address
{
    public static string Words(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public static string Words(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var read) ? Words(read) : "something that is not an address";
}
