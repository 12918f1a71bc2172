using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Templates;

public sealed class TemplateTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task A_template_is_submitted_reviewed_and_sent()
    {
        var ada = await As(Cast.Administrator);
        var name = $"reminder_{NewKey()}";
        var submitted = (await ada.Post("/api/v1/templates", Draft(name))).Is(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/templates/{name}/en_US", submitted.Header("Location"));
        await Eventually.Get("the approval", async () =>
            (string?)(await ada.Get(submitted.Header("Location")!)).Is(HttpStatusCode.OK).Json["status"] == "approved" ? ada : null);

        var contact = await ContactWhoWrote(secondsAgo: 25 * 60 * 60);
        var template = new { name, language = "en_US", parameters = (string[])["Maria", "Tuesday"] };
        var sent = (await Send(Cast.Ann, contact, new { channel = "whatsapp", template })).Is(HttpStatusCode.Accepted);
        Assert.Equal("Dear Maria, your appointment at our branch in the main street is on Tuesday. We look forward to seeing you there.", (string?)sent.Json["text"]);
        Assert.Equal(name, (string?)sent.Json["template_name"]);
        await MessageWhen(contact, (string)sent.Json["message_id"]!, "delivered", "read");
    }

    [Fact]
    public async Task New_words_of_the_opt_in_request_are_a_new_version_and_the_approved_one_stays_in_use()
    {
        var gus = await As(Cast.ForeignAdministrator);
        var before = (await gus.Get("/api/v1/opt-in-template")).Is(HttpStatusCode.OK).Json;
        var approved = (string)before["template"]!["name"]!;
        var words = new { language = "en_US", body = "May Southwind Shipping write to you here?", accept = "Please do", decline = "Rather not" };

        var after = (await gus.Put("/api/v1/opt-in-template", words)).Is(HttpStatusCode.OK).Json;
        Assert.Equal("Please do", (string?)after["words"]!["accept"]);
        Assert.Equal("approved", (string?)after["template"]!["status"]);

        await Eventually.Get("the approval of the new version", async () =>
            (string?)(await gus.Get("/api/v1/opt-in-template")).Json["template"]!["name"] != approved ? gus : null);
    }

    [Theory]
    [InlineData("Hello {{1}}, may {{2}} or {{3}} write to you here?")]
    [InlineData("May {{2}} write to you here?")]
    [InlineData("Hello {{client_name}}, may we write to you here?")]
    public async Task Words_of_the_opt_in_request_with_variables_that_nobody_fills_are_refused(string body) =>
        (await (await As(Cast.ForeignAdministrator)).Put("/api/v1/opt-in-template", new { language = "en_US", body, accept = "Yes", decline = "No" }))
            .IsProblem(400, "invalid_request");

    [Theory]
    [InlineData("With Capitals", "en_US", "Hello")]
    [InlineData("", "en_US", "Hello")]
    [InlineData("fine", "english", "Hello")]
    [InlineData("fine", "en_US", " ")]
    public async Task A_template_that_can_not_be_is_refused_before_it_is_submitted(string name, string language, string body) =>
        (await (await As(Cast.Administrator)).Post("/api/v1/templates", new { name, language, category = "UTILITY", body }))
            .IsProblem(400, "invalid_request");

    [Theory]
    [InlineData("fine\n", null)]
    [InlineData("fine", "[null]")]
    [InlineData("fine", "[\" \"]")]
    public async Task A_template_with_a_part_that_says_nothing_is_refused_before_it_is_submitted(string name, string? examples)
    {
        var body = new JsonObject { ["name"] = name, ["language"] = "en_US", ["category"] = "UTILITY", ["body"] = "Hello {{client}}" };
        if (examples is not null)
        {
            body["examples"] = JsonNode.Parse(examples);
        }

        (await (await As(Cast.Administrator)).Post("/api/v1/templates", body)).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task What_the_provider_refuses_is_refused_in_its_words()
    {
        var ada = await As(Cast.Administrator);
        var name = $"twice_{NewKey()}";
        (await ada.Post("/api/v1/templates", Draft(name))).Is(HttpStatusCode.Created);
        (await ada.Post("/api/v1/templates", Draft(name))).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_in_words()
    {
        (await Product.Simulator().Post("/control/faults", new { kind = "serverError", on = "message_templates", count = 10 })).Is(HttpStatusCode.OK);
        try
        {
            var answer = (await (await As(Cast.Administrator)).Post("/api/v1/templates/sync")).IsProblem(429, "rate_limited");
            Assert.NotNull(answer.Header("Retry-After"));
        }
        finally
        {
            (await Product.Simulator().Call(HttpMethod.Delete, "/control/faults")).Is(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_not_found() =>
        (await (await As(Cast.Ann)).Get("/api/v1/templates/nothing/en_US")).IsProblem(404, "not_found");

    private static object Draft(string name) => new
    {
        name,
        language = "en_US",
        category = "UTILITY",
        body = "Dear {{1}}, your appointment at our branch in the main street is on {{2}}. We look forward to seeing you there.",
        examples = (string[])["Maria", "Tuesday"],
    };
}
