using MultiLine.Storage.Tests.Sqlite;

return await Victim.RunAsync(args);
