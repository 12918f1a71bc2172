using Microsoft.Data.Sqlite;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>A sender asks for every message: what one costs must not grow with the queue.</summary>
public sealed class OutboundPlanTests
{
    [Fact]
    public void The_first_message_of_a_conversation_is_looked_for_among_those_of_the_conversation()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Migrations.Apply(database);

        Assert.All(
            [SqliteOutboundQueue.DueHeads, SqliteOutboundQueue.Stretch, SqliteOutboundQueue.HeadsOfConversations],
            statement =>
            {
                var steps = Plan(database, statement);
                Assert.Contains(steps, step => step.EndsWith(" USING PRIMARY KEY (conversation=? AND number=?)", StringComparison.Ordinal));
                Assert.All(steps, step => Assert.Matches("^(SEARCH (head|behind|earlier|outbound) USING|SCAN json_each |LIST SUBQUERY|CORRELATED|CREATE BLOOM FILTER|USE TEMP)", step));
                Assert.DoesNotContain(steps, step => step.StartsWith("SEARCH earlier USING COVERING INDEX", StringComparison.Ordinal));
            });
    }

    private static List<string> Plan(SqliteConnection database, string statement)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are constants.
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
#pragma warning restore CA2100
        for (var argument = 1; statement.Contains($"?{argument}", StringComparison.Ordinal); argument++)
        {
            command.Parameters.Add(new SqliteParameter($"?{argument}", "[]"));
        }

        using var reader = command.ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
