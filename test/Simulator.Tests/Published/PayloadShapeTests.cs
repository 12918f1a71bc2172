using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Published;

/// <summary>The simulator says at least what Meta's published examples say, member by member, and takes what they send.</summary>
public sealed class PayloadShapeTests
{
    private const string Phone = "+4915123456789";

    [PayloadsFact]
    public async Task A_text_message_has_the_shape_of_Metas_example()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");

        var webhook = await simulator.Business.Webhook(_ => true, "webhook");

        AssertCovers(Payloads.Read("whatsapp_webhooks/post/request/text_message.json"), webhook.Json, "$");
    }

    [PayloadsFact]
    public async Task Tapped_buttons_have_the_shape_of_Metas_examples()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());
        var template = await simulator.SendAsync(
            Bodies.TemplateMessage(Phone, "optin_request", Bodies.Parameters("body", Bodies.TextParameter("Anna")))
        );
        await simulator.Business.Status(template, "delivered");
        await simulator.ControlAsync($"phones/{Phone}/inbox/{Uri.EscapeDataString(template)}/tap", new { button = "Accept" });
        var buttons = await simulator.SendAsync(Bodies.Buttons(Phone));
        await simulator.Business.Status(buttons, "delivered");
        await simulator.ControlAsync($"phones/{Phone}/inbox/{Uri.EscapeDataString(buttons)}/tap", new { button = "Yes" });

        var quickReply = await simulator.Business.Webhook(
            webhook => webhook.Messages.Any(message => (string?)message["type"] == "button"),
            "quick reply"
        );
        var reply = await simulator.Business.Webhook(
            webhook => webhook.Messages.Any(message => (string?)message["type"] == "interactive"),
            "button reply"
        );

        AssertCovers(Payloads.Read("whatsapp_webhooks/post/request/button_message.json"), quickReply.Json, "$");
        AssertCovers(Payloads.Read("whatsapp_webhooks/post/request/interactive_button_reply_message.json"), reply.Json, "$");
    }

    [PayloadsFact]
    public async Task What_contacts_send_has_the_shape_of_Metas_examples()
    {
        foreach (
            var (act, type, example) in (
                (string, string, string)[]
            )
                [
                    ("location", "location", "location_message"),
                    ("contacts", "contacts", "contact_sharing_message"),
                    ("order", "order", "order_message"),
                    ("unsupported", "unsupported", "unsupported_message"),
                ]
        )
        {
            await using var simulator = await RunningSimulator.StartAsync();
            await simulator.PhoneAsync();
            var published = Payloads.Read($"whatsapp_webhooks/post/request/{example}.json");
            var content = published["entry"]![0]!["changes"]![0]!["value"]!["messages"]![0]![type];
            var asked = act switch
            {
                "contacts" => new JsonObject { ["contacts"] = InCamelCase(content) },
                "unsupported" => new JsonObject { ["type"] = "poll_creation" },
                _ => InCamelCase(content)!,
            };

            await simulator.ControlAsync($"phones/{Phone}/{act}", asked);

            AssertCovers(published, (await simulator.Business.Webhook(_ => true, act)).Json, "$");
        }
    }

    [PayloadsFact]
    public async Task A_chosen_row_and_a_reaction_have_the_shape_of_Metas_examples()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var list = Payloads.Read("phone_number_id_messages/post/request/send_list_message.json");
        list["to"] = Phone;
        var sent = await simulator.SendAsync(list);
        await simulator.Business.Status(sent, "delivered");

        await simulator.ControlAsync($"phones/{Phone}/inbox/{sent}/choose", new { row = "<LIST_SECTION_1_ROW_1_ID>" });
        await simulator.ControlAsync($"phones/{Phone}/reaction", new { messageId = sent, emoji = "👍" });

        foreach (var (type, example) in ((string, string)[])[("interactive", "interactive_list_reply_message"), ("reaction", "reaction_message")])
        {
            var told = await simulator.Business.Webhook(
                webhook => webhook.Messages.Any(message => (string?)message["type"] == type),
                $"message of type {type}"
            );
            AssertCovers(Payloads.Read($"whatsapp_webhooks/post/request/{example}.json"), told.Json, "$");
        }
    }

    [PayloadsFact]
    public async Task Replies_have_the_shape_of_Metas_examples()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var templateId = await simulator.TemplateAsync(Bodies.OptIn());

        var (_, sent) = await simulator.PostAsync(Bodies.Text(Phone));
        var (_, templates) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/message_templates");
        var (_, template) = await simulator.CallAsync(HttpMethod.Get, templateId);
        var (_, number) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);
        var (_, numbers) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers");
        var (_, apps) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/subscribed_apps");

        AssertCovers(Payloads.Read("phone_number_id_messages/post/response_200/example_response.json"), sent, "$");
        var listed = Payloads.Read("waba_id_message_templates/get/response_200/example_response.json");
        listed["data"]![0]!.AsObject().Remove("previous_category");
        AssertCovers(listed, templates, "$");
        AssertCovers(Payloads.Read("template_id/get/response_200/example_response.json"), template, "$");
        AssertCovers(Payloads.Read("phone_number_id/get/response_200/comprehensive_response.json"), number, "$");
        AssertCovers(Payloads.Read("waba_id_phone_numbers/get/response_200/single_phone_number.json"), numbers, "$");
        AssertCovers(Payloads.Read("waba_id_subscribed_apps/get/response_200/multiple_subscriptions.json"), apps, "$");
    }

    [PayloadsFact]
    public async Task Metas_example_messages_are_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var received = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;

        foreach (
            var example in (string[])
                [
                    "send_text_message",
                    "send_text_message_with_preview_url",
                    "send_reply_to_text_message",
                    "send_reply_button",
                    "send_list_message",
                    "send_location_message",
                    "send_reply_to_location_message",
                    "send_contact_message",
                    "send_reply_to_contact_message",
                    "send_reply_with_reaction_message",
                    "send_image_message_by_url",
                    "send_video_message_by_url",
                    "send_audio_message_by_url",
                    "send_document_message_by_url",
                    "send_sticker_message_by_url",
                ]
        )
        {
            var message = Payloads.Read($"phone_number_id_messages/post/request/{example}.json");
            message["to"] = Phone;
            if (message["reaction"] is { } reaction)
                reaction["message_id"] = received;
            foreach (var type in (string[])["image", "video", "audio", "document", "sticker"])
            {
                if (message[type]?["link"] is not null)
                    message[type]!["link"] = "https://business.example/file";
            }
            await simulator.SendAsync(message);
        }

        var typing = Payloads.Read("phone_number_id_messages/post/request/send_typing_indicator_and_read_receipt.json");
        typing["message_id"] = received;
        Assert.Equal(HttpStatusCode.OK, (await simulator.PostAsync(typing)).Status);
    }

    [PayloadsFact]
    public async Task Metas_example_templates_are_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        foreach (
            var example in (string[])
                [
                    "create_template_w_text_header_text_body_text_footer_and_2_quick_reply_buttons",
                    "create_template_w_image_header_text_body_text_footer_and_2_call_to_action_button",
                    "create_template_w_document_header_text_body_a_phone_number_button_and_a_url_butt",
                    "create_template_w_location_header_text_body_text_footer_and_a_website_buttons",
                    "create_authentication_template_w_otp_copy_code_button",
                    "create_authentication_template_w_otp_one_tap_autofill_button",
                ]
        )
            await simulator.TemplateAsync(Payloads.Read($"waba_id_message_templates/post/request/{example}.json"));
    }

    [PayloadsFact]
    public async Task Metas_example_message_out_of_a_template_with_a_picture_is_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(
            new
            {
                name = "template_name",
                language = "en_US",
                category = "UTILITY",
                components = new object[]
                {
                    new { type = "HEADER", format = "IMAGE" },
                    new
                    {
                        type = "BODY",
                        text = "Dear {{1}}, the amount of {{2}} was paid to you on {{3}} at noon.",
                        example = new { body_text = new[] { new[] { "Anna", "$1", "Monday" } } },
                    },
                    new
                    {
                        type = "BUTTONS",
                        buttons = new[] { new { type = "QUICK_REPLY", text = "Good" }, new { type = "QUICK_REPLY", text = "Bad" } },
                    },
                },
            }
        );
        var message = Payloads.Read("phone_number_id_messages/post/request/send_message_template_interactive.json");
        message["to"] = Phone;
        var template = message["template"]!;
        template["name"] = "template_name";
        template["language"]!["code"] = "en_US";
        template["components"]![0]!["parameters"]![0]!["image"]!["link"] = "https://business.example/file";

        await simulator.SendAsync(message);
    }

    private static JsonNode? InCamelCase(JsonNode? wire) =>
        wire switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Camel(member.Key), InCamelCase(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(InCamelCase)]),
            _ => wire?.DeepClone(),
        };

    private static string Camel(string snake) =>
        string.Concat(snake.Split('_').Select((word, place) => place == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Of arrays the first items are compared.</summary>
    private static void AssertCovers(JsonNode? example, JsonNode? actual, string path)
    {
        Assert.True(actual is not null || example is null, $"{path} is missing");
        Assert.True(
            example is null || example.GetValueKind() == actual!.GetValueKind(),
            $"{path} is {actual?.GetValueKind()}, not {example?.GetValueKind()}"
        );
        if (example is JsonObject members)
        {
            foreach (var (name, member) in members.Where(member => !IsSimulatorsOwn(path, member.Key)))
                AssertCovers(member, actual![name], $"{path}.{name}");
        }
        else if (example is JsonArray { Count: > 0 } items)
        {
            Assert.True(actual!.AsArray().Count > 0, $"{path} is empty");
            AssertCovers(items[0], actual[0], $"{path}[0]");
        }
    }

    /// <summary>Components differ with the template; only that they are there is compared.</summary>
    private static bool IsSimulatorsOwn(string path, string name) =>
        path.EndsWith(".components[0]", StringComparison.Ordinal) && name != "type";
}
