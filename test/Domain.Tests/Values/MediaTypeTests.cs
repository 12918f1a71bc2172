using System.Text;
using MultiLine.Domain.Media;

namespace MultiLine.Domain.Tests.Values;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("524946462400000057454250565038", "image/webp")]
    [InlineData("000000206674797069736F6D", "video/mp4")]
    [InlineData("000000186674797033677034", "video/mp4")]
    [InlineData("00000020667479704D344120", "audio/mp4")]
    [InlineData("4F6767530002000000000000000000000000000000000000000000004F70757348656164", "audio/ogg")]
    [InlineData("FFF15080", "audio/aac")]
    [InlineData("FFF94C80", "audio/aac")]
    [InlineData("494433040000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFF38040", "audio/mpeg")]
    [InlineData("2321414D520A3C", "audio/amr")]
    public void Pictures_sounds_and_films_are_told_by_their_first_bytes(string head, string type)
    {
        var found = MediaType.Of(Convert.FromHexString(head));

        Assert.Equal((type, true), (found.MimeType, found.IsHarmless));
    }

    [Fact]
    public void A_PDF_is_known_and_not_harmless() =>
        Assert.Equal(new MediaType("application/pdf", ".pdf", IsHarmless: false), MediaType.Of("%PDF-1.7\n"u8));

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("GIF89a/*<script>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("MZ")]
    [InlineData("RIFF....WAVE")]
    [InlineData("OggS is how this text begins, and it goes on")]
    [InlineData("....ftypheic")]
    [InlineData("....ftyp<htm")]
    [InlineData("")]
    [InlineData("R")]
    public void Whatever_else_there_is_is_nothing_that_a_browser_may_show(string head) =>
        Assert.Same(MediaType.Unknown, MediaType.Of(Encoding.UTF8.GetBytes(head)));

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3C, 0x00 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x3C })]
    [InlineData(new byte[] { 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0x89, 0x50 })]
    public void A_text_in_UTF_16_and_half_a_mark_are_no_sound_and_no_picture(byte[] head) => Assert.Same(MediaType.Unknown, MediaType.Of(head));

    [Fact]
    public void A_digest_is_read_in_hexadecimal_and_in_Base64_and_nothing_else_is_one()
    {
        byte[] digest = [.. Enumerable.Range(0, Sha256Digest.Length).Select(number => (byte)number)];

        Assert.Equal(digest, Sha256Digest.Read(Convert.ToHexString(digest)));
        Assert.Equal(digest, Sha256Digest.Read(Convert.ToHexStringLower(digest)));
        Assert.Equal(digest, Sha256Digest.Read(Convert.ToBase64String(digest)));
        foreach (var text in (string?[])[null, "", "sha256", new('x', 64), new('0', 63), Convert.ToBase64String(digest[1..]), new('é', 64), new('!', 44)])
        {
            Assert.Null(Sha256Digest.Read(text));
        }
    }
}
