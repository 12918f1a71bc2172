using System.Text;

namespace MultiLine.Embedded.Tests.Model;

public sealed class IdentityTests
{
    /// <summary>Of the specification of xxHash32, seed 0. Stored reminders are found by these values.</summary>
    [Theory]
    [InlineData("", 0x02CC5D05u)]
    [InlineData("a", 0x550D7456u)]
    [InlineData("abc", 0x32D153FFu)]
    [InlineData("Nobody inspects the spammish repetition", 0xE2293B2Fu)]
    public void The_stable_hash_never_changes(string text, uint hash) =>
        Assert.Equal(hash, StableHash.ComputeHash(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_grain_id_is_read_as_it_is_written()
    {
        var id = GrainId.Create("conversation", "org/line/contact");

        Assert.Equal("conversation/org/line/contact", id.ToString());
        Assert.Equal(id, GrainId.Parse(id.ToString()));
        Assert.Equal(id.GetUniformHashCode(), GrainId.Parse(id.ToString()).GetUniformHashCode());
        Assert.NotEqual(id, GrainId.Create("conversation", "org/line"));
        Assert.False(GrainId.TryParse("no-slash", out _));
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
