using MultiLine.Grains.Interfaces.Contacts;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>That the calls of the other tests are what they are said to be.</summary>
public sealed class WireTests(EchoHost host) : IClassFixture<EchoHost>
{
    /// <summary>Inside of a silo an immutable record goes through as it is.</summary>
    [Fact]
    public async Task What_a_client_gets_back_was_written_and_read_on_its_way()
    {
        var sent = Sample.Full(typeof(ContactCard));

        var arrived = await host.Echo(sent);

        Assert.NotSame(sent, arrived);
        Assert.Equal(sent, arrived);
    }
}
