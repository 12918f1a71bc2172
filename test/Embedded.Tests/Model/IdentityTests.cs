using System.Text;

namespace MultiLine.Embedded.Tests.Model;

public sealed class IdentityTests
{
    /// <summary>
    /// The values of xxHash32 with seed 0, the bytes in the other order, as real Orleans has them. Stored reminders are found by them.
    /// </summary>
    [Theory]
    [InlineData("", 0x055DCC02u)]
    [InlineData("a", 0x56740D55u)]
    [InlineData("abc", 0xFF53D132u)]
    [InlineData("Nobody inspects the spammish repetition", 0x2F3B29E2u)]
    public void The_stable_hash_never_changes(string text, uint hash) =>
        Assert.Equal(hash, StableHash.ComputeHash(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_grain_id_is_read_as_it_is_written()
    {
        var id = GrainId.Create("conversation", "org/line/contact");

        Assert.Equal("conversation/org/line/contact", id.ToString());
        Assert.Equal(id, GrainId.Parse(id.ToString(), null));
        Assert.Equal(id.GetUniformHashCode(), GrainId.Parse(id.ToString(), null).GetUniformHashCode());
        Assert.NotEqual(id, GrainId.Create("conversation", "org/line"));
        Assert.False(GrainId.TryParse("no-slash", null, out _));
    }

    [Fact]
    public void A_stream_id_keeps_namespace_and_key_apart()
    {
        var id = StreamId.Create("news", "örtlich");

        Assert.Equal("news", id.GetNamespace());
        Assert.Equal("örtlich", id.GetKeyAsString());
        Assert.Equal("news/örtlich", id.ToString());
        Assert.Equal(id, StreamId.Create("news", "örtlich"));
    }
}
