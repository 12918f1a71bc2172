using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>A letter or digit of a text, folded, and where it came from. One that was written as a ligature has its neighbours' place.</summary>
/// <param name="Plain">In lower case, without decoration: a Unicode code point.</param>
/// <param name="Class">The letters that could stand for each other have the same one: 0 to 63.</param>
/// <param name="Gap">How many separators (spaces, punctuation, signs) are before it, at most 255.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Start">The first UTF-16 unit in the text.</param>
/// <param name="End">The unit behind the last one, combining marks included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Letter(int Plain, byte Class, byte Gap, LetterForm Form, int Start, int End);

internal enum LetterForm : byte
{
    Lower,
    Upper,

    /// <summary>An I between small letters, as in <c>iIlegal</c>: it looks like an l.</summary>
    UpperAmongLower,

    /// <summary>A sign that may be read as a letter: a word may also end before it, and begin behind it.</summary>
    Sign,
}
