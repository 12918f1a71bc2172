using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>Addresses of cryptocurrencies, each by its own checksum.</summary>
internal sealed class CryptoDetector : WordDetector
{
    private const int Shortest = 14;

    public override string Type => "CRYPTO";

    public override string Description =>
        "Addresses of Bitcoin, Ethereum, Litecoin, Dogecoin, Dash, Zcash, Tron, Ripple, Monero, Cardano, Cosmos and others by their checksums; of Solana beside words that say so.";

    internal override Subjects Context => Subjects.Wallet;

    internal override void Find(ref Scan scan, int start, int end)
    {
        var word = scan.Text[start..end];
        if (word.Length < Shortest || Characters.IsWord(scan.At(end)))
            return;

        if (EthereumAddress.Score(word) is var ethereum and > 0)
            scan.Report(this, start, end, ethereum);
        else if (Bech32.IsAddress(word) || Base58.IsAddress(word) || MoneroAddress.IsAddress(word))
            scan.Report(this, start, end, 1);
        else if (Base58.IsPublicKey(word))
            scan.ReportInContext(this, start, end, 0.3);
    }
}
