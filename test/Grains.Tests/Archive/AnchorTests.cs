using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Archive;

public sealed class AnchorTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-anchors-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_head_is_left_in_a_folder_to_the_byte_and_the_answer_kept()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Archive:Anchors:vault:Folder"] = _directory } });
        await product.OpenTalk();
        await product.Idle();
        await Heads(product).Sign();

        await product.UntilInTime(async () => await Answers(product) is [{ Taken: true }, ..], TimeSpan.FromMinutes(1), "an anchor");

        var taken = (await Answers(product))[0];
        Assert.Equal(
            (await Heads(product).FindHead(taken.Number))!.Text, await File.ReadAllTextAsync(Path.Combine(_directory, $"northwind-{taken.Number:D10}.txt")));
    }

    [Fact]
    public async Task A_destination_that_can_not_be_reached_is_tried_again_and_holds_up_no_head()
    {
        var file = Path.Combine(_directory, "occupied");
        await File.WriteAllTextAsync(file, "no folder");
        await using var product = await Product.StartAsync(new ProductSettings { Product = { ["Archive:Anchors:vault:Folder"] = file } });
        var talk = await product.OpenTalk();
        await product.Idle();
        var first = await Heads(product).Sign();
        await product.UntilInTime(async () => (await Answers(product)).Count >= 2, TimeSpan.FromMinutes(1), "two answers");
        Assert.DoesNotContain(await Answers(product), answer => answer.Taken);
        await talk.ChangesUntold();
        Assert.True((await Heads(product).Sign()).Number > first.Number);

        File.Delete(file);

        await product.UntilInTime(async () => (await Answers(product))[0].Taken, TimeSpan.FromMinutes(1), "an anchor");
    }

    private static Task<IReadOnlyList<AnchorCard>> Answers(Product product) => Heads(product).GetAnchors(long.MaxValue, 100);

    private static ITreeHeadGrain Heads(Product product) => product.Grains.GetGrain<ITreeHeadGrain>(Firms.Northwind);
}
