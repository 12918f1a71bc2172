using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

internal sealed record Location(double? Latitude, double? Longitude, string? Name, string? Address, string? Url) : IContactAct
{
    string? IContactAct.Flaw =>
        Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180
            ? null
            : "'latitude' must be from -90 to 90 and 'longitude' from -180 to 180.";

    ContactMessage IContactAct.Compose(Message? about) =>
        new(
            "location",
            ContactMessage.WireForm(this),
            new Bubble(Name ?? Place.Coordinates) { Footer = Address, Location = Place }
        );

    private BubblePlace Place => new(Latitude!.Value, Longitude!.Value, Name, Address);
}
