using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Faults.Steps;

/// <summary>A contact sends a file, which is kept; then the provider loses it.</summary>
internal sealed class KeptFile(StepWorld world) : Story(world)
{
    private readonly byte[] _file = Encoding.UTF8.GetBytes($"What a contact has written down: {Guid.NewGuid():n}");
    private string _number = "";
    private string _contact = "";
    private string _medium = "";
    private bool _isLost;

    public override async Task PrepareAsync()
    {
        (_number, _contact) = await World.MeetAsync();
        Conversation = StepWorld.ConversationOf(_contact);
    }

    public override async Task ActAsync()
    {
        using var file = new ByteArrayContent(_file) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        using var uploaded = await World.Phones.PostAsync(new Uri("media", UriKind.Relative), file);
        _medium = (string)(await uploaded.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        (await World.Phones.PostAsJsonAsync($"phones/{_number}/media", new { mediaId = _medium, fileName = "note.txt" })).EnsureSuccessStatusCode();
    }

    /// <summary>The first file is what the crash left behind, and nothing knows of it; the second one is kept.</summary>
    public override async Task<string?> FindFaultAsync()
    {
        var files = Directory.GetFiles(Path.Combine(World.Deployment.ProductData, "media")).Length;
        if (files < 2)
        {
            return $"there are {files} files instead of 2";
        }

        if (!_isLost)
        {
            (await World.Provider.DeleteAsync(new Uri(_medium, UriKind.Relative))).EnsureSuccessStatusCode();
            _isLost = true;
        }

        var message = (await World.Officer.ReadLogAsync(_contact)).Where(e => (string)e["type"]! == "message_received").Select(e => (string)e["message_id"]!).Last();
        using var answer = await World.User.GetAsync(new Uri($"lines/main/threads/{_contact}/messages/{message}/media", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(_file)
            ? null
            : $"the file is answered {(int)answer.StatusCode}";
    }
}
