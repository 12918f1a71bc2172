namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class CryptoTests
{
    // Of BIP 173, BIP 350, EIP 55, and of the projects' own documentation.
    [Theory]
    [InlineData("send to [1BoatSLRHtKNngkdXEeobR76b53LETtpyT].")]
    [InlineData("[3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy]")]
    [InlineData("[BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4], [bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq]")]
    [InlineData("[bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0]")]
    [InlineData("[0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed]")]
    [InlineData("[0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359]")]
    [InlineData("[0x52908400098527886E0F7030069857D2E4169EE7] and [0xde709f2102306220921060314715629080e2fb77]")]
    [InlineData("[rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh]")]
    [InlineData("[TJRabPrwbZy45sbavfcjinPJC18kjpRTv8]")]
    [InlineData("[DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L]")]
    [InlineData("[44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A]")]
    [InlineData("solana wallet [4Nd1mBQtrMJVYVfKf2PJy9NZUZdTAsp7D4xWLs4gDB4T]")]
    public void An_address_is_found_by_its_checksum(string marked) => Found.Exactly("CRYPTO", marked);

    [Theory]
    [InlineData("1BoatSLRHtKNngkdXEeobR76b53LETtpyU")]
    [InlineData("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp")]
    [InlineData("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5Mdq")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")]
    [InlineData("0x0000000000000000000000000000000000000000")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("4Nd1mBQtrMJVYVfKf2PJy9NZUZdTAsp7D4xWLs4gDB4T")]
    [InlineData("44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B")]
    public void One_wrong_character_makes_it_none(string text) => Found.Exactly("CRYPTO", text);
}
