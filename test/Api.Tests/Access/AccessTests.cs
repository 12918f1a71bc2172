using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Api.Authorization;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Access;

/// <summary>Walks every route that the OpenAPI document names, as everybody.</summary>
public sealed class AccessTests(SharedProduct shared) : ProductTests(shared)
{
    public static TheoryData<Who> Everybody => [.. Enum.GetValues<Who>()];

    [Fact]
    public async Task Every_route_of_the_document_has_a_rule_in_the_table_and_every_rule_a_route()
    {
        var routes = (await Routes()).Select(route => route.ToString()).Order();
        Assert.Equal(RouteRules.ByRoute.Keys.Order(), routes);
    }

    [Fact]
    public void Every_endpoint_of_the_server_names_a_rule_and_is_in_the_table()
    {
        var endpoints = Product.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        var known = RouteRules.ByRoute.Keys.Concat(RouteRules.OutsideTheDocument).ToHashSet();

        Assert.NotEmpty(endpoints);
        Assert.DoesNotContain(endpoints, endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is null);
        Assert.DoesNotContain(endpoints.SelectMany(Names), name => !known.Contains(name) && !name.StartsWith(RouteRules.Dashboard, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_route_admits_whom_its_rule_names_and_nobody_else(Who who)
    {
        var contact = await ContactWhoWrote();
        var message = await SendsFile(contact, [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg");
        var template = new { name = $"walked_{NewKey()}", language = "en_US", category = "UTILITY", body = "Your appointment is confirmed." };
        (await (await As(Cast.Administrator)).Post("/api/v1/templates", template)).Is(HttpStatusCode.Created);
        (await (await As(Cast.Administrator)).PutLogo(Cast.SalesNumber, TestPicture.Png(192, 192))).Is(HttpStatusCode.NoContent);
        var export = (await (await As(Cast.Compliance)).Post("/api/v1/exports", new { format = "jsonl", reason = "Walked" })).Is(HttpStatusCode.Created).Json;
        var places = new Dictionary<string, string>
        {
            ["{export}"] = (string)export["id"]!,
            ["{line}"] = "sales",
            ["{account}"] = Cast.NorthAccount,
            ["{number}"] = Cast.SalesNumber,
            ["{head}"] = "1",
            ["{contact}"] = contact.Id,
            ["{person}"] = Cast.Ben.Person,
            ["{name}"] = template.name,
            ["{language}"] = template.language,
        };
        var client = Expectations.Actor(who) is { } actor ? await As(actor) : Anonymous();

        List<string> wrong = [];
        foreach (var route in await Routes())
        {
            places["{id}"] = route.Path.Contains("raw-inbox", StringComparison.Ordinal) ? "9000000" : (string)message["message_id"]!;
            var expected = Expectations.Of(RouteRules.ByRoute[route.ToString()], who);
            var found = await Try(client, route, places);
            if (found != expected)
            {
                wrong.Add($"{route}: {expected} was promised, {found} was met");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_is_closed_to_everybody()
    {
        await using var product = await Product.StartAsync(app => app.MapGet("/forgotten", () => "open"));
        (await product.Anonymous().Get("/forgotten")).IsProblem(401, "unauthenticated");
        foreach (var actor in (Actor[])[Cast.Ann, Cast.Administrator, Cast.Compliance, Cast.Operator])
        {
            (await (await product.SignIn(actor)).Get("/forgotten")).IsProblem(403, "forbidden");
        }
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("")]
    public async Task An_access_token_that_we_did_not_issue_is_worth_nothing(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        (await client.Get("/api/v1/me")).IsProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("..")]
    [InlineData("a%2Fb")]
    [InlineData("a b")]
    public async Task A_contact_id_that_can_not_exist_is_not_found(string id) =>
        (await (await As(Cast.Ann)).Get($"/api/v1/lines/sales/threads/{id}/messages")).IsProblem(404, "not_found");

    /// <summary>Calls a route with an empty body: the gate stands before everything else, so the body's faults tell that it was passed.</summary>
    private static async Task<Gate> Try(HttpClient client, Route route, Dictionary<string, string> places)
    {
        var path = places.Aggregate(route.Path, (address, place) => address.Replace(place.Key, place.Value, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), path);
        if (route.HasBody)
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        // A stream of events has no end to wait for.
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var isWebhook = route.Path.StartsWith("/webhooks", StringComparison.Ordinal);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when route.Path.EndsWith("/sign-in", StringComparison.Ordinal) || isWebhook => Gate.Reached,
            HttpStatusCode.Forbidden when isWebhook => Gate.Reached,
            // Nothing of this number is in the raw inbox or a dead letter: only who was let in learns that.
            HttpStatusCode.NotFound when route.Path.Contains("raw-inbox", StringComparison.Ordinal) => Gate.Reached,
            HttpStatusCode.NotFound when route.Path.Contains("dead-letters", StringComparison.Ordinal) => Gate.Reached,
            HttpStatusCode.Unauthorized => Gate.SignIn,
            HttpStatusCode.Forbidden => Gate.Forbidden,
            HttpStatusCode.NotFound => Gate.Absent,
            _ => Gate.Reached,
        };
    }

    private async Task<List<Route>> Routes()
    {
        var document = (await Anonymous().Get("/openapi/v1.json")).Is(HttpStatusCode.OK).Json;
        return
        [
            .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
                new Route(operation.Key.ToUpperInvariant(), path.Key, operation.Value!["requestBody"] is not null))),
        ];
    }

    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var pattern = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {pattern}");
    }

    private sealed record Route(string Method, string Path, bool HasBody)
    {
        public override string ToString() => $"{Method} {Path}";
    }
}
