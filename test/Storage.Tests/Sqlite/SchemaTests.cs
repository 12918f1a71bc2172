using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class SchemaTests
{
    /// <summary>The scripts by the hash of their text. A database that has run one never runs it again: a change is a new script.</summary>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["0001.sql"] = "1cf9c268ae35f4801d1682d9ab31c8efd70433248f96349beea5848c1572bef0",
        ["0002.sql"] = "5cd64a2b52a923a5a9db46a03290b7f9b85bd6238d52b67ea14bcd1ce96f9f03",
        ["0003.sql"] = "103df983a09aed66defcae1f46bea6d9517e763b11b401f983753844923fafb5",
        ["0004.sql"] = "aaa43a71ead88e2c78672ab7b347a045ae2d49c19f1f516fcac3139ef6586dc6",
        ["0005.sql"] = "e3605059f10758008cbbbd52dac520566030003599c3788c3226e42ca7a06664",
        ["0006.sql"] = "9758e92875804b74aecce8cbe540099cb22d70f5742ac86a1f9e42753dfe20e6",
        ["0007.sql"] = "af869309eac5fbcb79c5a3c7916693355ff1da01ef06a58dfdfad576ef5b3704",
        ["0008.sql"] = "5e3412bdcbcff2702d105e9abeaef76e3588759942a83dd5fcc4f3f12f3e5868",
        ["0009.sql"] = "a13d462b92f79189960eac54685987a466ce14dbb4799b8a2969f6bdd48b37c8",
        ["0010.sql"] = "0fc38223bd5b1b6e6d14e16caf6dbff01bdaf2ec40f7fb2adf08ea9606d22de1",
        ["0011.sql"] = "b2df62ec50a35ee9b500252c85712ec78b167b53b7aec7cb24b64e835c7e11ca",
        ["0012.sql"] = "a603d52ff54d5431f090d0a5af58d1ae20ac8bf2bf2fd6960cdfed6de2e2e266",
        ["0013.sql"] = "c2f15bbd77f226e73d57d25e95e136a04ea5bf49b739bfe20aee46539880c5b2",
    };

    [Fact]
    public void A_script_of_the_schema_stays_as_it_is()
    {
        var assembly = typeof(SqliteDatabase).Assembly;
        var found = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .ToDictionary(name => name, name => Hash(assembly.GetManifestResourceStream(name)!));

        Assert.Equal(Scripts, found);
    }

    [Fact]
    public void Threads_of_an_older_database_learn_their_channels_from_the_log()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Run(database, string.Concat(Scripts.Keys.Order(StringComparer.Ordinal).Take(3).Select(Script)));
        Run(database, "PRAGMA user_version = 3; PRAGMA application_id = 0x4D4C4F52");
        Run(database, """
            INSERT INTO log (conversation, version, type, schema, recorded_at, body) VALUES
                ('acme/sales/anna', 1, 'message_received', 1, 0, CAST('{"channel":"whatsapp"}' AS BLOB)),
                ('acme/sales/anna', 2, 'message_accepted', 1, 0, CAST('{"channel":"sms"}' AS BLOB)),
                ('acme/sales/anna', 3, 'message_received', 1, 0, CAST('{"channel":"whatsapp"}' AS BLOB)),
                ('acme/sales/bert', 1, 'consent_asked', 1, 0, CAST('{"channel":"whatsapp"}' AS BLOB)),
                ('acme/sales/bert', 2, 'call_recorded', 1, 0, CAST('{"channel":"voice"}' AS BLOB)),
                ('acme/sales/cora', 1, 'aliases_learned', 1, 0, CAST('{}' AS BLOB));
            INSERT INTO thread (line, contact, version, last_activity_at, summary) VALUES
                ('acme/sales', 'anna', 3, 0, x'00'), ('acme/sales', 'bert', 2, 0, x'00'), ('acme/sales', 'cora', 1, 0, x'00');
            """);

        Migrations.Apply(database);

        Assert.Equal(["anna: whatsapp sms", "bert: voice", "cora: "], Read(database, "SELECT contact || ': ' || channels FROM thread ORDER BY contact"));
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Statements are constants and the scripts of the assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(SqliteDatabase).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string Hash(Stream script)
    {
        using var reader = new StreamReader(script);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
