using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

/// <summary>Contacts that the business blocks.</summary>
public sealed class BlockListTests
{
    private const string Phone = "+4915123456789";
    private const string Path = $"{RunningSimulator.NumberId}/block_users";

    [Fact]
    public async Task Neither_side_reaches_the_other_until_the_contact_is_unblocked()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!);

        var (_, blocked) = await simulator.CallAsync(HttpMethod.Post, Path, Users(Phone));
        var (_, list) = await simulator.CallAsync(HttpMethod.Get, Path);
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 130403);
        await simulator.WriteAsync(Phone, "Do you read this?");
        var (_, unblocked) = await simulator.CallAsync(HttpMethod.Delete, Path, Users(Phone));
        await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "And now?"))["id"]!);

        Assert.Equal((Phone, Phone[1..]), User(blocked["block_users"]!["added_users"]!));
        Assert.Equal(Phone[1..], (string)list["data"]![0]!["wa_id"]!);
        Assert.Equal((Phone, Phone[1..]), User(unblocked["block_users"]!["removed_users"]!));
        Assert.DoesNotContain(simulator.Business.All, webhook => webhook.Text.Contains("Do you read this?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_not_written_in_the_last_day_can_not_be_blocked()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.PhoneAsync("+4915100000002");
        await simulator.WriteAsync(Phone, "Hi");

        var (_, reply) = await simulator.CallAsync(HttpMethod.Post, Path, Users(Phone, "+4915100000002"));

        Assert.Equal(139100, (int)reply["errors"]!["code"]!);
        Assert.Equal((Phone, Phone[1..]), User(reply["block_users"]!["added_users"]!));
        var failed = Assert.Single(reply["block_users"]!["failed_users"]!.AsArray())!;
        Assert.Equal("+4915100000002", (string)failed["input"]!);
        Assert.Equal(131047, (int)failed["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task A_malformed_list_is_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        foreach (
            var body in (object[])
                [
                    Users(),
                    Users(""),
                    new { block_users = new[] { new { user = Phone } } },
                    new { messaging_product = "whatsapp", block_users = new[] { new { phone = Phone } } },
                ]
        )
        {
            var (status, reply) = await simulator.CallAsync(HttpMethod.Post, Path, body);
            RunningSimulator.AssertRefused(status, reply, HttpStatusCode.BadRequest, 100);
        }
    }

    [PayloadsFact]
    public async Task Metas_example_calls_are_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var block = Payloads.Read("phone_number_id_block_users/post/request/block_user_s.json");
        var contact = (string)block["block_users"]![0]!["user"]!;
        await simulator.PhoneAsync(contact);
        await simulator.WriteAsync(contact, "Hi");

        var (_, blocked) = await simulator.CallAsync(HttpMethod.Post, Path, block);
        var (_, unblocked) = await simulator.CallAsync(
            HttpMethod.Delete,
            Path,
            Payloads.Read("phone_number_id_block_users/delete/request/unblock_user_s.json")
        );

        Assert.Equal((contact, contact[1..]), User(blocked["block_users"]!["added_users"]!));
        Assert.Equal((contact, contact[1..]), User(unblocked["block_users"]!["removed_users"]!));
    }

    private static (string? Input, string? WaId) User(JsonNode users) => ((string?)users[0]!["input"], (string?)users[0]!["wa_id"]);

    private static object Users(params string[] users) =>
        new { messaging_product = "whatsapp", block_users = users.Select(user => new { user }) };
}
