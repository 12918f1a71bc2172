using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Organizations;

public sealed class OrganizationTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Address = "/api/v1/organization";

    [Fact]
    public async Task An_administrator_switches_WhatsApp_off_and_on_again_for_everybody()
    {
        var (gus, fay) = (await As(Cast.ForeignAdministrator), await As(Cast.ForeignUser));
        var contact = (await fay.Post("/api/v1/contacts", new { phone = "+4940123456", name = "Lena Brandt" })).Is(HttpStatusCode.Created);
        var messages = $"/api/v1/lines/harbour/threads/{(string)contact.Json["id"]!}/messages";

        var off = (await gus.Patch(Address, new { whatsapp_enabled = false })).Is(HttpStatusCode.OK);
        Assert.Equal((false, true), ((bool)off.Json["whatsapp_enabled"]!, (bool)off.Json["first_message_is_consent"]!));
        Assert.False((bool)(await fay.Get("/api/v1/me")).Json["whatsapp_enabled"]!);
        (await fay.Post(messages, new { channel = "whatsapp", text = "Hello" }, NewKey())).IsProblem(403, "whatsapp_not_enabled");

        (await gus.Patch(Address, new { whatsapp_enabled = true })).Is(HttpStatusCode.OK);
        (await fay.Post(messages, new { channel = "whatsapp", text = "Hello" }, NewKey())).IsProblem(409, "consent_required");
    }

    [Fact]
    public async Task An_administrator_chooses_whether_a_first_message_is_consent()
    {
        var gus = await As(Cast.ForeignAdministrator);

        (await gus.Patch(Address, new { first_message_is_consent = false })).Is(HttpStatusCode.OK);
        var changed = (await gus.Get(Address)).Is(HttpStatusCode.OK).Json;
        Assert.Equal((true, false), ((bool)changed["whatsapp_enabled"]!, (bool)changed["first_message_is_consent"]!));

        (await gus.Patch(Address, new { first_message_is_consent = true })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_renames_a_line_and_nothing_else_of_it_changes()
    {
        var gus = await As(Cast.ForeignAdministrator);

        var renamed = (await gus.Patch("/api/v1/lines/harbour", new { name = "  Hafen " })).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("harbour", "Hafen"), ((string?)renamed["id"], (string?)renamed["name"]));
        Assert.Equal(Cast.HarbourNumber, (string?)renamed["numbers"]!.AsArray().Single()!["id"]);
        Assert.Equal("Hafen", (string?)(await (await As(Cast.ForeignUser)).Get("/api/v1/lines")).Json[0]!["name"]);

        (await gus.Patch("/api/v1/lines/harbour", new { name = " " })).IsProblem(400, "invalid_request");
        (await gus.Patch("/api/v1/lines/sales", new { name = "Taken" })).IsProblem(404, "not_found");
        (await gus.Patch("/api/v1/lines/harbour", new { name = "Harbour" })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_change_of_nothing_is_refused_and_says_what_can_be_changed()
    {
        var answer = (await (await As(Cast.Administrator)).Patch(Address, new { })).IsProblem(400, "invalid_request");
        Assert.Contains("whatsapp_enabled", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        (await (await As(Cast.Administrator)).Patch(Address, new { name = "Another Bank" })).IsProblem(400, "invalid_request");
    }
}
