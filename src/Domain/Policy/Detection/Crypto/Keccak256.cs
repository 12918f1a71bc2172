using System.Buffers.Binary;
using System.Numerics;

namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>
/// Keccak with 256 bits as Ethereum and Monero use it: the sponge of <see href="https://keccak.team/keccak_specs_summary.html"/> with the
/// padding from before SHA-3, which .NET therefore hasn't.
/// </summary>
internal static class Keccak256
{
    /// <summary>Of a hash, in bytes.</summary>
    public const int Length = 32;

    /// <summary>How much of the state takes in the message, in bytes.</summary>
    private const int Rate = 136;

    private const int Lanes = 25;
    private const int Rounds = 24;

    private static readonly ulong[] RoundConstants = MakeRoundConstants();
    private static readonly int[] Rotations = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] Places = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <param name="message">Of any length.</param>
    /// <param name="hash">32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<ulong> state = stackalloc ulong[Lanes];
        state.Clear();
        for (; message.Length >= Rate; message = message[Rate..])
        {
            Absorb(state, message[..Rate]);
            Permute(state);
        }

        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        message.CopyTo(last);
        last[message.Length] |= 0x01;
        last[Rate - 1] |= 0x80;
        Absorb(state, last);
        Permute(state);
        for (var i = 0; i < Length / 8; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(i * 8)..], state[i]);
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < Rate / 8; i++)
            state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * 8)..]);
    }

    private static void Permute(Span<ulong> state)
    {
        Span<ulong> column = stackalloc ulong[5];
        for (var round = 0; round < Rounds; round++)
        {
            // Theta
            for (var x = 0; x < 5; x++)
                column[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
            for (var x = 0; x < 5; x++)
            {
                var parity = column[(x + 4) % 5] ^ BitOperations.RotateLeft(column[(x + 1) % 5], 1);
                for (var y = 0; y < Lanes; y += 5)
                    state[x + y] ^= parity;
            }

            // Rho and pi
            var carried = state[1];
            for (var i = 0; i < Places.Length; i++)
                (state[Places[i]], carried) = (BitOperations.RotateLeft(carried, Rotations[i]), state[Places[i]]);

            // Chi
            for (var y = 0; y < Lanes; y += 5)
            {
                state.Slice(y, 5).CopyTo(column);
                for (var x = 0; x < 5; x++)
                    state[y + x] = column[x] ^ (~column[(x + 1) % 5] & column[(x + 2) % 5]);
            }

            // Iota
            state[0] ^= RoundConstants[round];
        }
    }

    /// <summary>From the shift register x^8 + x^6 + x^5 + x^4 + 1: its bits go to the places 1, 2, 4, … less one of each round's constant.</summary>
    private static ulong[] MakeRoundConstants()
    {
        var constants = new ulong[Rounds];
        var register = 1;
        for (var round = 0; round < Rounds; round++)
        {
            for (var bit = 0; bit < 7; bit++)
            {
                if ((register & 1) != 0)
                    constants[round] |= 1UL << ((1 << bit) - 1);
                register = (register << 1) ^ (register >> 7) * 0x171;
            }
        }

        return constants;
    }
}
