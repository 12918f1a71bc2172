using System.Buffers.Binary;
using MultiLine.Domain.Media;
using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Tests.Values;

public sealed class ProfilePictureTests
{
    [Theory]
    [InlineData(640, 480)]
    [InlineData(1, 65_535)]
    public void A_picture_is_known_by_its_bytes(int width, int height)
    {
        Assert.Equal(new PictureShape("image/png", width, height), PictureShape.Read(Png(width, height)));
        Assert.Equal(new PictureShape("image/jpeg", width, height), PictureShape.Read(Jpeg(width, height)));
    }

    [Theory]
    [InlineData(0xC0)]
    [InlineData(0xC1)]
    [InlineData(0xC2)]
    [InlineData(0xCF)]
    public void Each_kind_of_JPEG_tells_its_size(byte frame) => Assert.Equal(640, PictureShape.Read(Jpeg(640, 480, frame))?.Width);

    [Theory]
    [InlineData(0xC4)]
    [InlineData(0xC8)]
    [InlineData(0xCC)]
    [InlineData(0xBF)]
    [InlineData(0xD0)]
    public void What_is_no_frame_tells_no_size(byte marker) => Assert.Null(PictureShape.Read(Jpeg(640, 480, marker)));

    [Fact]
    public void A_picture_that_is_cut_off_before_its_size_is_none()
    {
        var (png, jpeg) = (Png(640, 480), Jpeg(640, 480));
        Assert.All(Enumerable.Range(0, png.Length), length => Assert.Null(PictureShape.Read(png.AsSpan(0, length))));
        Assert.All(Enumerable.Range(0, jpeg.Length), length => Assert.Null(PictureShape.Read(jpeg.AsSpan(0, length))));
    }

    [Theory]
    [InlineData("GIF89a, and more of it than a header has")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("")]
    public void Anything_else_is_no_picture(string text) => Assert.Null(PictureShape.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(-1, 10)]
    public void A_size_that_there_can_not_be_is_none(int width, int height) => Assert.Null(PictureShape.Read(Png(width, height)));

    [Fact]
    public void A_PNG_that_does_not_begin_with_its_header_is_none()
    {
        var png = Png(640, 480);
        png[12] = (byte)'i';
        Assert.Null(PictureShape.Read(png));
    }

    [Fact]
    public void WhatsApp_takes_square_pictures_from_192_pixels_on_up_to_5_MB()
    {
        Assert.Null(ProfilePictureRules.Refuse(Png(192, 192)));
        Assert.Null(ProfilePictureRules.Refuse(Padded(Jpeg(4096, 4096), ProfilePictureRules.Largest)));
    }

    public static TheoryData<byte[], string> Unfit => new()
    {
        { "GIF89a"u8.ToArray(), "JPEG or PNG" },
        { Png(640, 641), "640 × 641" },
        { Jpeg(191, 191), "191 × 191" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void A_picture_that_it_does_not_take_is_refused_with_the_reason(byte[] picture, string reason) => AssertRefused(picture, reason);

    [Fact]
    public void A_picture_of_more_than_5_MB_is_refused_with_the_reason() => AssertRefused(Padded(Png(640, 640), ProfilePictureRules.Largest + 1), "5 MB");

    private static void AssertRefused(byte[] picture, string reason)
    {
        var refusal = ProfilePictureRules.Refuse(picture)!;
        Assert.Equal(RefusalCodes.MediaRejected, refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    /// <summary>With a segment before the frame and a filling byte before its marker.</summary>
    private static byte[] Jpeg(int width, int height, byte frame = 0xC0)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, frame, 0, 17, 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(14), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(16), (ushort)width);
        return jpeg;
    }

    private static byte[] Padded(byte[] picture, int length) => [.. picture, .. new byte[length - picture.Length]];
}
