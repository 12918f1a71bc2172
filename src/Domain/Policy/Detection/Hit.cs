namespace MultiLine.Domain.Policy.Detection;

/// <summary>A part of a text that a detector, a word list or an expression has found.</summary>
/// <param name="Type">What it is, by the names of Microsoft Presidio where it has one: CREDIT_CARD, IBAN_CODE, …</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit behind the last one.</param>
/// <param name="Score">How sure it is: above 0, and 1 where a checksum leaves no doubt.</param>
public readonly record struct Hit(string Type, int Start, int End, double Score)
{
    public int Length => End - Start;
}
