using MultiLine.Domain;
using MultiLine.Storage.Content;

namespace MultiLine.Storage.Tests.Content;

public sealed class ContentSealerTests
{
    private static readonly string Context = SealingContext.Event(new ConversationKey("acme", "sales", "anna"), 7);
    private static readonly byte[] Plain = "see you at noon"u8.ToArray();

    private readonly FixedKeys _keys = new();

    private ContentSealer Sealer => new(_keys);

    [Fact]
    public async Task What_was_sealed_opens_in_its_own_context()
    {
        foreach (var plain in new[] { Plain, [], new byte[100_000] })
            Assert.Equal(plain, await Sealer.OpenAsync("acme", Context, await Sealer.SealAsync("acme", Context, plain)));
    }

    [Fact]
    public async Task A_change_of_any_single_bit_is_noticed()
    {
        var record = await Sealer.SealAsync("acme", Context, Plain);

        for (var bit = 0; bit < record.Length * 8; bit++)
        {
            var changed = record.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThrowsAsync<SealBrokenException>(() => Sealer.OpenAsync("acme", Context, changed));
        }
    }

    [Fact]
    public async Task A_record_that_was_cut_or_lengthened_is_noticed()
    {
        var record = await Sealer.SealAsync("acme", Context, Plain);

        for (var length = 0; length < record.Length; length++)
            await Assert.ThrowsAsync<SealBrokenException>(() => Sealer.OpenAsync("acme", Context, record.AsMemory(0, length)));
        await Assert.ThrowsAsync<SealBrokenException>(() => Sealer.OpenAsync("acme", Context, (byte[])[.. record, 0]));
    }

    [Fact]
    public async Task A_record_in_the_place_of_another_does_not_open()
    {
        var record = await Sealer.SealAsync("acme", Context, Plain);

        foreach (var other in new[] { SealingContext.Event(new ConversationKey("acme", "sales", "anna"), 8), SealingContext.Thread("acme/sales", "anna") })
            await Assert.ThrowsAsync<SealBrokenException>(() => Sealer.OpenAsync("acme", other, record));
    }

    [Fact]
    public async Task The_key_of_another_organisation_does_not_open_it()
    {
        var record = await Sealer.SealAsync("acme", Context, Plain);

        await Assert.ThrowsAsync<SealBrokenException>(() => Sealer.OpenAsync("other", Context, record));
    }

    [Fact]
    public async Task What_was_sealed_under_an_earlier_key_still_opens()
    {
        var record = await Sealer.SealAsync("acme", Context, Plain);

        _keys.Current = 2;

        Assert.Equal(Plain, await Sealer.OpenAsync("acme", Context, record));
        Assert.Equal(2, (await Sealer.SealAsync("acme", Context, Plain))[4]);
    }

    [Fact]
    public async Task The_same_text_never_looks_the_same_twice()
    {
        var (one, two) = (await Sealer.SealAsync("acme", Context, Plain), await Sealer.SealAsync("acme", Context, Plain));

        Assert.Equal(one.Length, two.Length);
        Assert.NotEqual(one, two);
        Assert.Equal(-1, one.AsSpan().IndexOf(Plain));
    }

    [Fact]
    public async Task A_record_of_the_first_format_opens_for_ever()
    {
        // Made by another implementation from the layout that ContentSealer documents.
        const string Record =
            "0100000001A1A1A1A1A1A1A1A1A1A1A1A111D8C876893B4BDD93254664FE8631E0E66697ABB1D337AFF328DE8AB94A9C09BFC3245F326DA649CE"
            + "FBD11886650584B2B2B2B2B2B2B2B2B2B2B2B2CA2C78231A6952BDA16BE757E89BB32627F8166D186875D67D2D121736351C";

        Assert.Equal(Plain, await Sealer.OpenAsync("acme", Context, Convert.FromHexString(Record)));
    }

    /// <summary>Keys that are always the same, so that a stored record can be opened by a later release.</summary>
    private sealed class FixedKeys : IKeyRing
    {
        public Task<OrganizationKey> RotateAsync(string organization, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public int Current { get; set; } = 1;

        public Task<OrganizationKey> CurrentAsync(string organization, CancellationToken cancellationToken = default) =>
            Task.FromResult(Key(organization, Current));

        public Task<OrganizationKey?> FindAsync(string organization, int keyId, CancellationToken cancellationToken = default) =>
            Task.FromResult(keyId is 1 or 2 ? Key(organization, keyId) : null);

        private static OrganizationKey Key(string organization, int id)
        {
            var key = new byte[32];
            (key[0], key[1]) = ((byte)organization.Length, (byte)id);
            return new OrganizationKey(id, key);
        }
    }
}
