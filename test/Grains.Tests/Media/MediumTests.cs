using System.Security.Cryptography;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Media;

/// <summary>Files of contacts, while somebody reads them.</summary>
public sealed class MediumTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, .. RandomNumberGenerator.GetBytes(700_000)];

    [Fact]
    public async Task A_file_stays_while_it_is_read_goes_when_it_is_not_and_comes_again_when_it_is_wanted()
    {
        await using var product = await Product.StartAsync();
        var (medium, request) = await Sent(product);

        Assert.Null(await medium.Read(0));
        var opened = await medium.Open(request);
        Assert.Equal((MediumStates.Open, Picture.LongLength), (opened.State, opened.Length));
        Assert.Equal(Picture[..opened.Head!.Length], opened.Head);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), opened.Sha256);
        Assert.Equal(Picture, await ReadAll(medium, opened));
        Assert.Null(await medium.Read(-1));
        Assert.Null(await medium.Read(2));

        await product.Idle();
        product.Clock.Advance(TimeSpan.FromSeconds(110));
        Assert.NotNull(await medium.Read(0));

        await product.UntilInTime(async () => await CountOpen(product) == 0, TimeSpan.FromSeconds(30), "the end of a file that nobody reads");
        Assert.Null(await medium.Read(0));
        Assert.Equal(Picture, await ReadAll(medium, await medium.Open(request)));
    }

    [Fact]
    public async Task A_file_is_not_given_to_a_number_that_did_not_receive_it_nor_under_another_digest()
    {
        await using var product = await Product.StartAsync();
        var (medium, request) = await Sent(product);

        Assert.Equal(MediumStates.Gone, (await medium.Open(request with { Number = "999" })).State);
        Assert.Equal(MediumStates.Altered, (await medium.Open(request with { Sha256 = "no digest" })).State);
        Assert.Equal(MediumStates.Open, (await medium.Open(request)).State);
    }

    private static async Task<(IMediumGrain Medium, MediumRequest Request)> Sent(Product product)
    {
        var id = await product.WhatsApp.Upload(Firms.NorthwindNumber, Picture, "image/jpeg");
        return (product.Grains.GetGrain<IMediumGrain>(GrainKeys.Medium(Firms.Northwind, id)),
            new MediumRequest(Firms.NorthwindNumber, Convert.ToBase64String(SHA256.HashData(Picture))));
    }

    private static async Task<byte[]> ReadAll(IMediumGrain medium, OpenedMedium opened)
    {
        List<byte> bytes = [];
        for (var piece = 0; (long)piece * opened.PieceLength < opened.Length; piece++)
        {
            bytes.AddRange((await medium.Read(piece))!.Bytes);
        }

        return [.. bytes];
    }

    private static async Task<int> CountOpen(Product product) =>
        (await product.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
            .Where(statistic => statistic.GrainType.Contains("MediumGrain", StringComparison.Ordinal)).Sum(statistic => statistic.ActivationCount);
}
