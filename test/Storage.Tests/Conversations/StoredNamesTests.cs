using MultiLine.Domain;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Conversations;

/// <summary>Names under which something is found again, or without which it doesn't open: each as it was first stored.</summary>
public sealed class StoredNamesTests
{
    public static TheoryData<string, string> Names => new()
    {
        { ClaimScopes.Received(Channel.WhatsApp, "n1"), "received:whatsapp/n1" },
        { ClaimScopes.Sent(Channel.Sms, "n1"), "sent:sms/n1" },
        { ClaimScopes.Attempt(Channel.Voice, "n1"), "attempt:voice/n1" },
        { ClaimScopes.Status(Channel.WhatsApp, "n1"), "status:whatsapp/n1" },
        { ClaimScopes.Request("acme", "jane"), "request:acme/jane" },
        { SealingContext.Event(Anna, 7), "event/acme/sales/anna/7" },
        { SealingContext.Thread("acme/sales", "anna"), "thread/acme/sales/anna" },
        { SealingContext.RawItem("whatsapp", "9f86"), "raw/whatsapp/9f86" },
        { Follower.Archive(Anna, 1).ToString(), "archive/acme/0" },
        { Follower.Inbox(Anna).ToString(), "inbox/acme/sales" },
        { Channels.NumberKey("acme", Channel.WhatsApp, "n1"), "acme/whatsapp/n1" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_written_as_it_always_was(string written, string always) => Assert.Equal(always, written);

    /// <summary>Computed apart from this code: CRC-32C over the conversation's key, begun with 0 and not inverted, modulo the shards.</summary>
    [Theory]
    [InlineData("acme/sales/anna", 3, 0)]
    [InlineData("acme/sales/anna", 16, 5)]
    [InlineData("acme/sales/anna", 64, 53)]
    [InlineData("acme/sales/bert", 3, 1)]
    [InlineData("acme/sales/bert", 16, 12)]
    [InlineData("acme/sales/bert", 64, 44)]
    [InlineData("x/y/z", 64, 42)]
    public void A_conversation_belongs_to_the_shard_that_it_always_belonged_to(string conversation, int shards, int shard)
    {
        var key = ConversationKey.Parse(conversation);

        Assert.Equal($"archive/{key.Organization}/{shard}", Follower.Archive(key, shards).ToString());
    }
}
