namespace MultiLine.Grains;

/// <summary>Our own ids: 32 hexadecimal digits that sort by time (UUID version 7, RFC 9562).</summary>
internal static class Ids
{
    public static string New(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("n");
}
