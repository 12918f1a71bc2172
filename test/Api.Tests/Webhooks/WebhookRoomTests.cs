using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MultiLine.Api.Webhooks;

namespace MultiLine.Api.Tests.Webhooks;

public sealed class WebhookRoomTests : IDisposable
{
    private const string Provider = "whatsapp";

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_place_that_is_given_back_is_free_again()
    {
        var room = Room(1);

        using (room.Enter(Provider))
        {
            Assert.Null(room.Enter(Provider));
        }

        Assert.NotNull(room.Enter(Provider));
    }

    [Fact]
    public void As_long_as_webhooks_take_too_long_there_is_less_and_less_room_down_to_one()
    {
        var room = Room(8);

        foreach (var left in (int[])[4, 2, 1, 1])
        {
            room.Enter(Provider)!.Use(place => place.Failed(new TimeoutException()));
            Assert.Equal(left, FreePlaces(room));
        }
    }

    [Fact]
    public void What_fails_without_having_taken_long_leaves_as_much_room_as_there_was()
    {
        var room = Room(8);

        room.Enter(Provider)!.Use(place => place.Failed(new IOException()));

        Assert.Equal(8, FreePlaces(room));
    }

    [Fact]
    public void As_soon_as_webhooks_come_through_there_is_more_and_more_room_again_up_to_what_is_configured()
    {
        var room = Room(8);
        for (var late = 0; late < 3; late++)
        {
            room.Enter(Provider)!.Use(place => place.Failed(new TimeoutException()));
        }

        foreach (var free in (int[])[2, 4, 8, 8])
        {
            room.Enter(Provider)!.Use(place => place.CameThrough());
            Assert.Equal(free, FreePlaces(room));
        }
    }

    private WebhookRoom Room(int places) =>
        new(Options.Create(new WebhookOptions { MostAtOnce = places }), _services.GetRequiredService<IMeterFactory>());

    private static int FreePlaces(WebhookRoom room)
    {
        List<WebhookRoom.Place> taken = [];
        while (room.Enter(Provider) is { } place)
        {
            taken.Add(place);
        }

        taken.ForEach(place => place.Dispose());
        return taken.Count;
    }
}

file static class Places
{
    public static void Use(this WebhookRoom.Place place, Action<WebhookRoom.Place> use)
    {
        using (place)
        {
            use(place);
        }
    }
}
