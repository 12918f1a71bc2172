using System.Text.Json.Nodes;
using MultiLine.Clients.Tests.Harness;
using MultiLine.Clients.Tests.Suites;

namespace MultiLine.Clients.Tests.Kapso;

/// <summary>The npm package <c>@kapso/whatsapp-cloud-api</c>, which throws errors of its own and knows templates.</summary>
public sealed class KapsoSendingTests() : SendingSuite("kapso")
{
    [ClientFact]
    public async Task Errors_are_understood_as_what_they_are()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var token = await For(simulator).CallAsync("text", new { to = Phone, text = Words, token = "expired" });
        var window = await For(simulator).CallAsync("text", new { to = Phone, text = Words });
        var template = await For(simulator).CallAsync("template", new { to = Phone, template = "unknown", name = "Zoë", accept = "1", decline = "2" });

        Assert.Equal(("authorization", "refresh_token"), Understood(token));
        Assert.Equal(("reengagementWindow", "do_not_retry"), Understood(window));
        Assert.Equal("template", Understood(template).Category);
    }

    [ClientFact]
    public async Task A_contact_card_arrives_with_name_and_number()
    {
        await using var simulator = await SimulatorAsync();

        var name = new { formattedName = "Łukasz Wójcik", firstName = "Łukasz" };
        var id = await For(simulator).SendAsync("contacts", new { to = Phone, name, phone = "+48123456789" });

        var card = (await ShownAsync(simulator, id))["cards"]!.AsArray().Single()!;
        Assert.Equal("Łukasz Wójcik", (string)card["name"]!);
        Assert.Equal(["+48123456789"], card["phones"]!.AsArray().Select(phone => (string)phone!));
    }

    [ClientFact]
    public async Task A_template_is_created_listed_and_deleted()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var client = For(simulator);

        var created = await client.CallAsync("createTemplate", new { template = Bodies.OptIn() });
        Assert.Equal("PENDING", (string)created["status"]!);
        await simulator.TemplateWithStatusAsync((string)created["id"]!, status => status == "APPROVED");

        var listed = (await client.CallAsync("templates", new { }))["data"]!.AsArray().Single()!;
        Assert.Equal((string)created["id"]!, (string)listed["id"]!);
        Assert.Equal(("optin_request", "APPROVED"), ((string)listed["name"]!, (string)listed["status"]!));

        Assert.True((bool)(await client.CallAsync("deleteTemplate", new { name = "optin_request" }))["success"]!);
        Assert.Empty((await client.CallAsync("templates", new { }))["data"]!.AsArray());
    }

    [ClientFact]
    public async Task Templates_are_read_page_by_page()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        foreach (var name in (string[])["one", "two", "three"])
            await simulator.TemplateAsync(Bodies.OptIn(name));

        var first = await For(simulator).CallAsync("templates", new { limit = 2 });
        var second = await For(simulator).CallAsync("templates", new { limit = 2, after = (string)first["paging"]!["cursors"]!["after"]! });

        string[] names = [.. first["data"]!.AsArray().Concat(second["data"]!.AsArray()).Select(template => (string)template!["name"]!)];
        Assert.Equal(["one", "three", "two"], names.Order(StringComparer.Ordinal));
        Assert.Single(second["data"]!.AsArray());
    }

    [ClientFact]
    public async Task A_template_that_is_not_well_formed_is_refused_with_Metas_code()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var refused = await For(simulator).CallAsync("createTemplate", new { template = Bodies.OptIn(text: "{{1}}, may we write to you here?") });

        Assert.Equal(100, (int)refused["error"]!["code"]!);
    }

    private static (string Category, string Retry) Understood(JsonNode refused) =>
        ((string)refused["error"]!["category"]!, (string)refused["error"]!["retry"]!);
}
