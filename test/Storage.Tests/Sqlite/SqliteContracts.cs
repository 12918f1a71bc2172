using MultiLine.Storage.Tests.Contracts;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class SqliteConversationLogTests : ConversationLogContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteOutboundQueueTests : OutboundQueueContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteFollowerMarksTests : FollowerMarksContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}
