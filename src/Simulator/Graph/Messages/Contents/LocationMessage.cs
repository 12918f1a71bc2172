using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Contents;

internal sealed record LocationContent(double? Latitude, double? Longitude, string? Name, string? Address);

/// <summary>A place on the map.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages"/></remarks>
internal static class LocationMessage
{
    private const int LongestName = 1000;

    public static Answer<Draft> Compose(LocationContent? location)
    {
        if (location is null)
            return GraphErrors.ParameterRequired("location");
        return Check(location, "location") is { } wrong
            ? wrong
            : new Draft("location", new Bubble(NameOf(location)) { Footer = location.Address, Location = PlaceOf(location) }, "service");
    }

    public static GraphError? Check(LocationContent location, string name)
    {
        if (location is not { Latitude: { } latitude, Longitude: { } longitude })
            return GraphErrors.ParameterMissing($"{name}['latitude'] and {name}['longitude'] are required.");
        if (latitude is < -90 or > 90 || longitude is < -180 or > 180)
            return GraphErrors.ParameterInvalid($"{name}: a latitude is from -90 to 90, a longitude from -180 to 180.");
        return location.Name?.Length > LongestName || location.Address?.Length > LongestName
            ? GraphErrors.TooLong($"{name}['name'] and ['address']", LongestName)
            : null;
    }

    public static BubblePlace PlaceOf(LocationContent location) =>
        new(location.Latitude!.Value, location.Longitude!.Value, location.Name, location.Address);

    private static string NameOf(LocationContent location) => location.Name ?? PlaceOf(location).Coordinates;
}
