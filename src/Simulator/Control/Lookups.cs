using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Control;

/// <summary>What a call of the control API names.</summary>
internal static class Lookups
{
    /// <summary>By phone number, with or without plus, or by BSUID.</summary>
    public static Phone? Lookup(this PhoneBook book, string phone) =>
        PhoneNumber.TryDigitsOf(phone) is { } digits ? book.Find(digits) : book.FindByUserId(phone);

    /// <summary>The number of the business that is meant; the first one if none is named.</summary>
    public static BusinessNumber? Lookup(this BusinessNumbers numbers, string? numberId) =>
        numberId is null ? numbers.All[0] : numbers.Find(numberId);
}
