using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

public sealed class PhoneTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_message_of_a_contact_arrives_with_number_BSUID_and_profile_name()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { name = "Anna Öztürk" });

        var written = await simulator.WriteAsync(Phone, "Guten Tag");
        var message = await simulator.Business.Message((string)written["id"]!);
        var value = simulator.Business.Taken.Single().Changes.Single()["value"]!;
        var contact = value["contacts"]![0]!;

        Assert.Equal("4915123456789", (string)message["from"]!);
        Assert.Equal("Guten Tag", (string)message["text"]!["body"]!);
        Assert.Equal("Anna Öztürk", (string)contact["profile"]!["name"]!);
        Assert.Equal("4915123456789", (string)contact["wa_id"]!);
        Assert.Equal((string)contact["user_id"]!, (string)message["from_user_id"]!);
        Assert.Equal(RunningSimulator.NumberId, (string)value["metadata"]!["phone_number_id"]!);
        Assert.Equal("49305550100", (string)value["metadata"]!["display_phone_number"]!);
    }

    [Fact]
    public async Task A_contact_may_be_called_by_another_number_than_it_is_sent_to_and_is_reached_by_both()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { waId = "491512345678" });

        var message = await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!);
        Assert.Equal("491512345678", (string)message["from"]!);
        foreach (var to in (string[])[Phone, "+491512345678"])
        {
            var text = new { body = "Hello" };
            var (_, reply) = await simulator.PostAsync(new { messaging_product = "whatsapp", to, type = "text", text });
            var delivered = await simulator.Business.Status((string)reply["messages"]![0]!["id"]!, "delivered");

            Assert.Equal("491512345678", (string)reply["contacts"]![0]!["wa_id"]!);
            Assert.Equal("491512345678", (string)delivered["recipient_id"]!);
        }
    }

    [Fact]
    public async Task A_withheld_number_is_left_out_and_the_contact_is_reached_by_BSUID()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { username = "anna", phoneWithheld = true });

        var written = await simulator.WriteAsync(Phone, "Hi");
        var message = await simulator.Business.Message((string)written["id"]!);
        var contact = simulator.Business.Taken.Single().Changes.Single()["value"]!["contacts"]![0]!;
        var userId = (string)message["from_user_id"]!;
        var (_, reply) = await simulator.PostAsync(
            new
            {
                messaging_product = "whatsapp",
                recipient = userId,
                type = "text",
                text = new { body = "Hello" },
            }
        );
        var delivered = await simulator.Business.Status((string)reply["messages"]![0]!["id"]!, "delivered");

        Assert.Null(message["from"]);
        Assert.Null(contact["wa_id"]);
        Assert.Equal("anna", (string)contact["profile"]!["username"]!);
        Assert.Equal(userId, (string)reply["contacts"]![0]!["user_id"]!);
        Assert.Null(reply["contacts"]![0]!["wa_id"]);
        Assert.Equal(userId, (string)delivered["recipient_user_id"]!);
        Assert.Null(delivered["recipient_id"]);
    }

    [Fact]
    public async Task A_BSUID_is_the_same_in_every_run()
    {
        await using var first = await RunningSimulator.StartAsync();
        await using var second = await RunningSimulator.StartAsync();
        await first.PhoneAsync();
        await second.PhoneAsync();

        Assert.Equal(
            (string)(await first.GetControlAsync($"phones/{Phone}"))["userId"]!,
            (string)(await second.GetControlAsync($"phones/{Phone}"))["userId"]!
        );
    }

    [Fact]
    public async Task A_tapped_quick_reply_arrives_with_payload_text_and_context_and_opens_the_window()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());
        var sent = await simulator.SendAsync(
            Bodies.TemplateMessage(
                Phone,
                "optin_request",
                Bodies.Parameters("body", Bodies.TextParameter("Anna")),
                Bodies.QuickReply(0, "ACCEPT:token")
            )
        );
        await simulator.Business.Status(sent, "delivered");

        var tap = await simulator.ControlAsync($"phones/{Phone}/inbox/{Uri.EscapeDataString(sent)}/tap", new { button = "Accept" });
        var message = await simulator.Business.Message((string)tap["id"]!);

        Assert.Equal("button", (string)message["type"]!);
        Assert.Equal("ACCEPT:token", (string)message["button"]!["payload"]!);
        Assert.Equal("Accept", (string)message["button"]!["text"]!);
        Assert.Equal(sent, (string)message["context"]!["id"]!);
        Assert.Equal("49305550100", (string)message["context"]!["from"]!);
        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task A_quick_reply_without_payload_gives_back_its_text_and_can_come_without_context()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());
        var sent = await simulator.SendAsync(
            Bodies.TemplateMessage(Phone, "optin_request", Bodies.Parameters("body", Bodies.TextParameter("Anna")))
        );
        await simulator.Business.Status(sent, "delivered");

        var tap = await simulator.ControlAsync(
            $"phones/{Phone}/inbox/{Uri.EscapeDataString(sent)}/tap",
            new { button = "1", withContext = false }
        );
        var message = await simulator.Business.Message((string)tap["id"]!);

        Assert.Equal("Decline", (string)message["button"]!["payload"]!);
        Assert.Null(message["context"]);
    }

    [Fact]
    public async Task A_tapped_reply_button_arrives_as_interactive()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var sent = await simulator.SendAsync(Bodies.Buttons(Phone));
        await simulator.Business.Status(sent, "delivered");

        var tap = await simulator.ControlAsync($"phones/{Phone}/inbox/{Uri.EscapeDataString(sent)}/tap", new { button = "Yes" });
        var message = await simulator.Business.Message((string)tap["id"]!);

        Assert.Equal("interactive", (string)message["type"]!);
        Assert.Equal("button_reply", (string)message["interactive"]!["type"]!);
        Assert.Equal("call-yes", (string)message["interactive"]!["button_reply"]!["id"]!);
        Assert.Equal("Yes", (string)message["interactive"]!["button_reply"]!["title"]!);
    }

    [Fact]
    public async Task A_message_that_has_not_arrived_can_not_be_tapped()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock, "Statuses:SentAfter=01:00:00");
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var sent = await simulator.SendAsync(Bodies.Buttons(Phone));

        using var reply = await simulator.Control.PostAsJsonAsync(
            $"phones/{Phone}/inbox/{Uri.EscapeDataString(sent)}/tap",
            new { button = "Yes" }
        );

        Assert.Equal(HttpStatusCode.Conflict, reply.StatusCode);
        Assert.DoesNotContain(
            (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray(),
            message => (string?)message!["id"] == sent
        );
    }

    [Fact]
    public async Task Marking_a_message_as_read_marks_the_earlier_ones_too()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "One", secondsAgo: 20);
        var second = await simulator.WriteAsync(Phone, "Two", secondsAgo: 10);
        await simulator.WriteAsync(Phone, "Three");

        var (_, marked) = await simulator.PostAsync(
            new
            {
                messaging_product = "whatsapp",
                status = "read",
                message_id = (string)second["id"]!,
                typing_indicator = new { type = "text" },
            }
        );
        var inbox = (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray();

        Assert.True((bool)marked["success"]!);
        Assert.Equal([true, true, false], inbox.Select(message => (bool)message!["read"]!));
    }

    [Fact]
    public async Task A_reply_names_the_message_that_it_answers()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var asked = (string)(await simulator.WriteAsync(Phone, "When?"))["id"]!;

        var answer = await simulator.SendAsync(
            new
            {
                messaging_product = "whatsapp",
                to = Phone,
                type = "text",
                text = new { body = "At noon" },
                context = new { message_id = asked },
            }
        );
        await simulator.Business.Status(answer, "delivered");
        var back = await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "Fine", replyTo = answer });

        Assert.Equal(asked, (string)(await simulator.GetControlAsync($"phones/{Phone}/inbox"))[1]!["replyTo"]!);
        Assert.Equal(answer, (string)(await simulator.Business.Message((string)back["id"]!))["context"]!["id"]!);
    }

    [Theory]
    [InlineData("phones", """{"number":"12"}""", HttpStatusCode.BadRequest)]
    [InlineData("phones", """{"nummer":"+4915123456789"}""", HttpStatusCode.BadRequest)]
    [InlineData("phones/+4915199999999/messages", """{"text":"Hi"}""", HttpStatusCode.NotFound)]
    [InlineData("faults", """{"kind":"earthquake"}""", HttpStatusCode.BadRequest)]
    [InlineData("webhooks/raw", "{", HttpStatusCode.BadRequest)]
    public async Task A_wrong_call_of_the_control_API_says_why(string path, string body, HttpStatusCode expected)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reply = await simulator.Control.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(expected, reply.StatusCode);
        Assert.NotEmpty((string)JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["detail"]!);
    }
}
