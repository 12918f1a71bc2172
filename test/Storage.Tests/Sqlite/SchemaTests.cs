using System.Security.Cryptography;
using System.Text;
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

    private static string Hash(Stream script)
    {
        using var reader = new StreamReader(script);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
