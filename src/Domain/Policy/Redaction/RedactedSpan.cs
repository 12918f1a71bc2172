using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Redaction;

/// <summary>A part of a text that is to be hidden.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit behind the last one.</param>
/// <param name="Words">What is hidden, in words for the reader, each once.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RedactedSpan(int Start, int End, ImmutableArray<string> Words);
