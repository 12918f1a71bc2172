using MultiLine.Storage.Media;
using MultiLine.Storage.Tests.Contracts;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class SqliteConversationLogTests : ConversationLogContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteConversationSnapshotsTests : ConversationSnapshotsContract
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

public sealed class SqliteRawInboxTests : RawInboxContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteLedgerTests : LedgerContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteLedgerTreesTests : LedgerTreesContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();

    protected override Task ForgetTreesAsync() => ((SqliteUnderTest)Storage).Database.WriteAsync(
        new("forget", "ledger_tree"),
        session => session.Execute("DROP TRIGGER ledger_nodes_stay") + session.Execute("DELETE FROM ledger_node")
            + session.Execute("DELETE FROM ledger_tree"),
        CancellationToken.None);
}

public sealed class SqliteTreeHeadsTests : TreeHeadsContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteReconciliationsTests : ReconciliationsContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteAnchorsTests : AnchorsContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteSearchIndexTests : SearchIndexContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteThreadStoreTests : ThreadStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteContactStoreTests : ContactStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteOrganizationStoreTests : OrganizationStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqlitePolicyStoreTests : PolicyStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteSignInLinksTests : SignInLinksContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteFixedChoicesTests : FixedChoicesContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteKeyRingTests : KeyRingContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteGrainStorageTests : GrainStorageContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteReminderTableTests : ReminderTableContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteAliasStoreTests : AliasStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteDisposalTests : DisposalContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteReviewQueueTests : ReviewQueueContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();
}

public sealed class SqliteMediaStoreTests : MediaStoreContract
{
    protected override StorageUnderTest CreateStorage() => new SqliteUnderTest();

    protected override string Folder => Path.Combine(((SqliteUnderTest)Storage).DataDirectory, KeptFiles.FolderName);
}
