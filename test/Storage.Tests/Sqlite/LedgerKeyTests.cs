using MultiLine.Storage.Hosting;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class LedgerKeyTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-key-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_key_is_made_once_and_nobody_else_may_read_it()
    {
        using var first = Load(new LedgerOptions());
        using var second = Load(new LedgerOptions(), mayCreate: false);

        Assert.Equal(first.PublicKey.Id, second.PublicKey.Id);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_lost_key_is_not_replaced_once_heads_were_signed() =>
        Assert.Contains("Restore it", Assert.Throws<StorageSetupException>(() => Load(new LedgerOptions(), mayCreate: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        Load(new LedgerOptions()).Dispose();
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("0600", Assert.Throws<StorageSetupException>(() => Load(new LedgerOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_the_settings_counts_for_more_than_a_file()
    {
        using var file = Load(new LedgerOptions());
        using var setting = Load(new LedgerOptions { SigningKey = LedgerSigner.NewKey() }, mayCreate: false);

        Assert.NotEqual(file.PublicKey.Id, setting.PublicKey.Id);
    }

    [Fact]
    public void A_file_that_is_named_must_be_there_and_hold_a_private_key()
    {
        var path = Path.Combine(_directory, "other.key");
        Assert.Throws<StorageSetupException>(() => Load(new LedgerOptions { SigningKeyFile = path }));

        using var signer = Load(new LedgerOptions());
        KeyFile.Create(path, signer.PublicKey.ToPem());

        var error = Assert.Throws<StorageSetupException>(() => Load(new LedgerOptions { SigningKeyFile = path }));
        Assert.Equal($"{path}: It holds no private key on the curve P-256 as PEM.", error.Message);
    }

    private string FilePath => Path.Combine(_directory, LedgerKey.FileName);

    private LedgerSigner Load(LedgerOptions options, bool mayCreate = true) =>
        LedgerKey.Load(options, new StorageOptions { DataDirectory = _directory }, mayCreate);
}
