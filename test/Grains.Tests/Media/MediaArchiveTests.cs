using System.Security.Cryptography;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Tests.Policies;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Media;

namespace MultiLine.Grains.Tests.Media;

/// <summary>Files of contacts, kept before the provider deletes them.</summary>
public sealed class MediaArchiveTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, .. RandomNumberGenerator.GetBytes(700_000)];
    private static readonly string Shard = GrainKeys.ArchiveShard(Firms.Northwind, 0);
    private static readonly byte[] Digest = SHA256.HashData(Picture);

    [Fact]
    public async Task A_file_is_kept_without_being_asked_for_and_read_when_the_provider_has_it_no_more()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await Sends(talk);
        await product.Archive().CatchUp();
        await product.Idle();

        // The first minute notes it, and the next one fetches it; meanwhile the clock stands still, or calls would time out.
        product.Clock.Advance(TimeSpan.FromSeconds(61));
        var store = product.Service<IMediaStore>();
        await product.Until(async () => (await store.DueAsync(Shard, product.Clock.GetUtcNow().AddMinutes(1), 1)).Count == 1, "the note of the file");
        product.Clock.Advance(TimeSpan.FromSeconds(61));
        await product.Until(() => IsKept(product), "the file");

        await Forget(product, message);
        var opened = await Medium(product, message).Open(Request(message));
        Assert.Equal((MediumStates.Open, Picture.LongLength), (opened.State, opened.Length));
        Assert.Equal(Picture, (await Medium(product, message).Read(0))!.Bytes.Concat((await Medium(product, message).Read(1))!.Bytes));
        Assert.Empty(await Acts(product));
    }

    [Fact]
    public async Task What_can_not_be_had_just_now_is_kept_later_and_a_crash_loses_none()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await Sends(talk);
        await product.WhatsApp.Misbehave(new { kind = "serverError", on = message.Parts!.Media!.ProviderId, count = 1 });
        await CatchUp(product);
        Assert.False(await IsKept(product));

        await product.KillAndStartAsync();
        for (var look = 0; look < 20 && !await IsKept(product); look++)
        {
            await CatchUp(product, TimeSpan.FromMinutes(1));
        }

        Assert.True(await IsKept(product));
    }

    [Fact]
    public async Task What_the_provider_does_not_have_is_given_up_after_some_tries_and_that_is_recorded()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var message = await Sends(talk);
        await Forget(product, message);

        await CatchUp(product);
        Assert.Empty(await Acts(product));
        for (var look = 0; look < 20 && await Acts(product) is []; look++)
        {
            await CatchUp(product, TimeSpan.FromMinutes(8));
        }

        var act = Assert.Single(await Acts(product));
        Assert.Equal("medium_missed", act.Type);
        Assert.Contains("gone", act.Body, StringComparison.Ordinal);
        Assert.Contains(talk.Key.ToString(), act.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_policy_hides_is_kept_with_the_original_and_shown_to_nobody()
    {
        await using var product = await Product.StartAsync();
        await product.PutInForce(Rules.Policy(new
        {
            id = "pictures",
            name = "No pictures",
            attachments = new { types = new[] { "image/*" } },
            action = "redact",
            must_match = new[] { new { attachment_type = "image/jpeg" } },
            must_not_match = new[] { new { attachment_type = "application/pdf" } },
        }));
        var talk = await product.OpenTalk();
        var message = await Sends(talk);
        Assert.Null(message.Parts?.Media);

        await CatchUp(product);

        Assert.True(await IsKept(product));
    }

    [Fact]
    public async Task A_file_is_disposed_of_with_its_message()
    {
        await using var product = await Product.StartAsync();
        Assert.Null((await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind).SetRecording(
            new RecordingChoice(Firms.Administrator, null, new RecordingTerms(Recorded: false, null, 1)))).Refusal);
        var talk = await product.OpenTalk();
        await Sends(talk);
        await CatchUp(product);
        Assert.True(await IsKept(product));
        await product.Idle();
        await product.Threads();
        await product.StopAsync();
        product.Clock.Advance(TimeSpan.FromDays(2));
        await product.StartHostAsync();

        await product.Grains.GetGrain<IRetentionGrain>(Firms.Northwind).Start("cora");
        await product.UntilInTime(async () => !await IsKept(product), TimeSpan.FromSeconds(1), "the end of the file");

        await CatchUp(product);
        Assert.Empty(product.Files(KeptFiles.FolderName));
    }

    private static Task<MessageSummary> Sends(Talk talk) => talk.HearsFile(Picture, "image/jpeg");

    private static Task Forget(Product product, MessageSummary message) => product.WhatsApp.DeleteMedia(message.Parts!.Media!.ProviderId);

    /// <summary>The first look is half a minute after the message.</summary>
    private static async Task CatchUp(Product product, TimeSpan? later = null)
    {
        await product.Idle();
        await product.Archive().CatchUp();
        var keeper = product.Grains.GetGrain<IMediaArchiveGrain>(Shard);
        await keeper.CatchUp();
        product.Clock.Advance(later ?? TimeSpan.FromSeconds(31));
        await keeper.CatchUp();
    }

    private static async Task<bool> IsKept(Product product)
    {
        using var bytes = await product.Service<KeptMedia>().OpenAsync(Firms.Northwind, Digest);
        return bytes is not null;
    }

    private static IMediumGrain Medium(Product product, MessageSummary message) =>
        product.Grains.GetGrain<IMediumGrain>(GrainKeys.Medium(Firms.Northwind, message.Parts!.Media!.ProviderId));

    private static MediumRequest Request(MessageSummary message) => new(Firms.NorthwindNumber, message.Parts!.Media!.Sha256);

    private static async Task<List<AuditAct>> Acts(Product product) =>
        [.. (await product.Grains.GetGrain<IAuditGrain>(Firms.Northwind).GetActs(null, 10)).Acts.Where(act => act.Type == "medium_missed")];
}
