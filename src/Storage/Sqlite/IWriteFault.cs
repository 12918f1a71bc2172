namespace MultiLine.Storage.Sqlite;

/// <summary>A disk that misbehaves on request, for tests: may throw what SQLite would throw, or keep the writer waiting.</summary>
internal interface IWriteFault
{
    /// <summary>Called on the writer's thread when a transaction is complete and about to be committed.</summary>
    void BeforeCommit();
}
