namespace MultiLine.Domain.Tests.Values;

public sealed class KeysTests
{
    [Fact]
    public void A_conversations_key_reads_back_as_it_was_written()
    {
        var key = new ConversationKey("acme", "line-1", "c_42");

        Assert.Equal("acme/line-1/c_42", key.ToString());
        Assert.Equal(key, ConversationKey.Parse("acme/line-1/c_42"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acme/line")]
    [InlineData("acme/line/c/d")]
    [InlineData("acme//c")]
    [InlineData("Acme/line/c")]
    [InlineData("acme/li ne/c")]
    [InlineData("acme/linie\u00e9/c")]
    public void What_is_no_key_is_refused(string? text)
    {
        Assert.False(ConversationKey.TryParse(text, out var key));
        Assert.Equal(default, key);
        Assert.Throws<FormatException>(() => ConversationKey.Parse(text!));
    }

    [Fact]
    public void A_part_of_a_key_has_at_most_64_characters()
    {
        Assert.True(KeyPart.IsValid(new string('a', 64)));
        Assert.False(KeyPart.IsValid(new string('a', 65)));
    }

    [Theory]
    [InlineData(Channel.WhatsApp, "whatsapp")]
    [InlineData(Channel.Sms, "sms")]
    [InlineData(Channel.Voice, "voice")]
    public void A_channel_has_a_name_in_keys(Channel channel, string name)
    {
        Assert.Equal(name, channel.Name());
        Assert.Equal(channel, Channels.Parse(name));
        Assert.Equal($"acme/{name}/n1", Channels.NumberKey("acme", channel, "n1"));
    }

    [Fact]
    public void Another_channel_there_is_not()
    {
        Assert.Null(Channels.Parse("WhatsApp"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Channel)9).Name());
    }
}
