namespace MultiLine.Domain;

/// <summary>Why a command is not carried out. The code is stable; people meet it in the API and in a failed message.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="Message">Words that a business user understands, with the next step where there is one.</param>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>Where policy is the reason.</summary>
    public PolicyStop? Policy { get; init; }
}

/// <summary>What policy kept from going out.</summary>
/// <param name="Rules">What the rules are called.</param>
/// <param name="Contacts">The names of those who can be asked about them.</param>
public sealed record PolicyStop(IReadOnlyList<string> Rules, IReadOnlyList<string> Contacts);
