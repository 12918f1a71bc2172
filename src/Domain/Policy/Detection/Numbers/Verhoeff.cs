namespace MultiLine.Domain.Policy.Detection.Numbers;

/// <summary>
/// Verhoeff's check digit over the dihedral group of order ten: it finds each wrong digit and each two that changed places
/// (<see href="https://en.wikipedia.org/wiki/Verhoeff_algorithm"/>).
/// </summary>
internal static class Verhoeff
{
    private static readonly byte[][] Permutations = Permute([1, 5, 7, 6, 2, 8, 3, 0, 9, 4]);

    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
            check = Compose(check, Permutations[i % 8][digits[digits.Length - 1 - i]]);
        return check == 0;
    }

    /// <summary>Five rotations of a pentagon, and five reflections.</summary>
    private static int Compose(int a, int b) => (a < 5, b < 5) switch
    {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b - 5) % 5,
        (false, true) => 5 + (a - 5 - b + 5) % 5,
        (false, false) => (a - b + 5) % 5,
    };

    private static byte[][] Permute(byte[] step)
    {
        var all = new byte[8][];
        all[0] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (var i = 1; i < all.Length; i++)
            all[i] = [.. all[i - 1].Select(d => step[d])];
        return all;
    }
}
