using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>Something comes for a number that no line has.</summary>
internal sealed class Stray(StepWorld world) : Story(world)
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Webhooks.Texts(new ContactText(
            "12025550001", $"wamid.{Guid.NewGuid():n}", TimeProvider.System.GetUtcNow(), "Hello")))
            .Replace(Bank.PhoneNumberId, "106540352249999", StringComparison.Ordinal));

    private long _before;

    public override async Task PrepareAsync() => _before = await CountAsync();

    public override Task ActAsync() => World.DeliverAsync(_body);

    public override async Task<string?> FindFaultAsync()
    {
        var kept = await CountAsync() - _before;
        return kept == 1 ? null : $"it is kept raw {kept} times";
    }

    private async Task<long> CountAsync() => (long)(await World.Operator.GetFromJsonAsync<JsonNode>("raw-inbox"))!["open"]!;
}
