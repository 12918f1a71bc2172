using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp.Accounts;

namespace MultiLine.Connectors.Tests.WhatsApp.Accounts;

public sealed class ProfilePictureClientTests
{
    private const string Number = "106853218861309";

    /// <summary>Meta's ids of sessions look like this, their end like a query.</summary>
    private const string Session = "upload:MTphdHRhY2htZW50Og==?sig=ARaCkf8";

    /// <summary>As text, so that the script can be read.</summary>
    private static readonly byte[] Picture = "the picture"u8.ToArray();

    [Fact]
    public async Task A_picture_is_uploaded_to_the_tokens_own_app_and_named_in_the_profile_by_its_handle()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        graph.Answer(200, """{"h":"4::aW1hZ2UvcG5n:ARx"}""");
        graph.Answer(200, """{"success":true}""");

        Assert.Null(await Set(connector));

        Assert.Equal(
            [
                ("POST", "/v25.0/app/uploads?file_name=logo.png&file_length=11&file_type=image%2Fpng", $"Bearer {Connector.Token}", null),
                ("POST", $"/v25.0/{Session}", $"OAuth {Connector.Token}", "0"),
                ("POST", $"/v25.0/{Number}/whatsapp_business_profile", $"Bearer {Connector.Token}", null),
            ],
            graph.Received.Select(request => (request.Method, request.Path, request.Authorization, request.FileOffset)));
        Assert.Equal("the picture", graph.Received[1].Body);
        Assert.Equal("""{"messaging_product":"whatsapp","profile_picture_handle":"4::aW1hZ2UvcG5n:ARx"}""", graph.Received[2].Body);
    }

    [Fact]
    public async Task An_upload_whose_connection_broke_goes_on_from_where_Meta_says_it_has_come_to()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        graph.LoseReply();
        graph.Answer(200, $$"""{"id":"{{Session}}","file_offset":4}""");
        graph.Answer(200, """{"h":"handle"}""");
        graph.Answer(200, """{"success":true}""");

        Assert.Null(await Set(connector));

        Assert.Equal(("GET", $"/v25.0/{Session}"), (graph.Received[2].Method, graph.Received[2].Path));
        Assert.Equal(("4", "picture"), (graph.Received[3].FileOffset, graph.Received[3].Body));
    }

    [Fact]
    public async Task An_upload_that_breaks_again_and_again_is_given_up()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            graph.LoseReply();
            graph.Answer(200, """{"file_offset":0}""");
        }

        graph.LoseReply();

        Assert.Equal(new GraphFault("could not be reached in time", null), await Set(connector));
        Assert.Equal(8, graph.Received.Count);
    }

    [Theory]
    [InlineData("""{"error":{"code":100}}""")]
    [InlineData("""{"file_offset":12}""")]
    [InlineData("""{"file_offset":-1}""")]
    public async Task An_upload_whose_standing_Meta_does_not_tell_is_given_up(string standing)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        graph.LoseReply();
        graph.Answer(200, standing);

        Assert.Equal("could not be reached in time", (await Set(connector))?.Words);
    }

    [Fact]
    public async Task A_picture_that_Meta_refuses_is_refused_with_its_words_wherever_it_does()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.AnswerError(400, 190, "expired");
        Assert.Equal(190, (await Set(connector))?.Error?.Code);

        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        graph.Answer(412, """{"debug_info":{"retriable":true,"type":"OffsetInvalidError","message":"Request starting offset is invalid"}}""");
        Assert.Equal("answered with HTTP status 412 by something that is not the Graph API", (await Set(connector))?.Words);

        graph.Answer(200, $$"""{"id":"{{Session}}"}""");
        graph.Answer(200, """{"h":"handle"}""");
        graph.AnswerError(400, 100, "not square");
        Assert.Equal("not square", (await Set(connector))?.Error?.Details);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"123"}""")]
    [InlineData("""{"id":"upload:a/../../v1.0/me"}""")]
    [InlineData("""{"id":"upload:a b"}""")]
    public async Task What_is_no_session_of_an_upload_is_not_called(string reply)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, reply);

        Assert.Equal("answered in a form that is not understood", (await Set(connector))?.Words);
        Assert.Single(graph.Received);
    }

    [Fact]
    public async Task A_picture_is_fetched_without_the_token()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, "bytes");
        graph.Answer(403, "gone");

        Assert.Equal("bytes"u8.ToArray(), (await connector.Pictures.ReadAsync($"{graph.Address}v/picture.jpg", default)).Value);
        Assert.Null((await connector.Pictures.ReadAsync($"{graph.Address}v/picture.jpg", default)).Value);

        Assert.Equal(["", ""], graph.Received.Select(request => request.Authorization));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("picture.jpg")]
    public async Task An_address_that_is_not_safe_and_not_the_providers_own_is_not_called(string address)
    {
        await using var connector = new Connector(new Uri("http://127.0.0.1:2/"));

        Assert.Equal("told an address that is not called", (await connector.Pictures.ReadAsync(address, default)).Fault?.Words);
    }

    private static Task<GraphFault?> Set(Connector connector) => connector.Pictures.SetAsync(Number, Picture, "image/png", default);
}
