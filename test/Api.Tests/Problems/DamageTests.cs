using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Problems;

/// <summary>The database is damaged while the product runs.</summary>
public sealed class DamageTests : IAsyncLifetime
{
    private const string Phone = "4915112345683";
    private const string Text = "The mare is due in May";
    private const int PageSize = 4096;

    private Product _product = null!;
    private HttpClient _ann = null!;
    private string _contact = "";

    private string Messages => $"/api/v1/lines/sales/threads/{_contact}/messages";

    public async Task InitializeAsync()
    {
        _product = await Product.StartAsync();
        _ann = await _product.SignIn(Cast.Ann);
        (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(Phone, Text))).Is(HttpStatusCode.OK);
        var thread = await Eventually.Get(
            "the thread", async () => (await _ann.Get("/api/v1/lines/sales/threads")).Json["items"]!.AsArray().SingleOrDefault());
        _contact = (string)thread["contact"]!["id"]!;
        Assert.Contains(Text, (await _ann.Get(Messages)).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => _product.DisposeAsync().AsTask();

    [Fact]
    public async Task What_stands_on_damaged_pages_is_answered_503_and_never_as_if_there_were_nothing()
    {
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.True(OverwritePagesWith($"northwind/sales/{_contact}") > 0, "Nothing was overwritten.");
        // What is in memory is good until somebody has written.
        Run("PRAGMA user_version", value => $"PRAGMA user_version = {value}");

        (await _ann.Get(Messages)).IsProblem(503, "unavailable");
        (await _ann.Get($"{Messages}?limit=1")).IsProblem(503, "unavailable");
        (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(Phone, Text))).IsProblem(503, "unavailable");

        MustBeLogged("damaged");
    }

    [Fact]
    public async Task A_message_whose_seal_is_broken_is_an_error_and_never_shown_without_its_text()
    {
        Run("UPDATE content SET sealed = randomblob(length(sealed))");

        (await _ann.Get(Messages)).IsProblem(500, "internal_error");

        MustBeLogged("SealBrokenException");
    }

    private void MustBeLogged(string word)
    {
        Assert.Contains(_product.Log.Lines, line => line.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(_product.Log.Lines, line => line.Contains(Text, StringComparison.Ordinal) || line.Contains(Phone, StringComparison.Ordinal));
    }

    /// <summary>Runs a statement, and then another one made of its answer.</summary>
    private void Run(string sql, Func<object?, string>? next = null)
    {
        using var connection = new SqliteConnection($"Data Source={_product.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of this test.
        command.CommandText = sql;
        var answer = command.ExecuteScalar();
        if (next is null)
            return;
        command.CommandText = next(answer);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <returns>How many pages have this on them, and have now nothing that makes sense.</returns>
    private int OverwritePagesWith(string text)
    {
        using var file = new FileStream(_product.DatabaseFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (page, overwritten) = (new byte[PageSize], 0);
        for (var at = 0L; at < file.Length; at += PageSize)
        {
            file.Position = at;
            file.ReadExactly(page);
            if (page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0)
                continue;
            file.Position = at;
            file.Write(RandomNumberGenerator.GetBytes(PageSize));
            overwritten++;
        }

        return overwritten;
    }
}
