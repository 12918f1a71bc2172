namespace MultiLine.Domain.Contacts;

/// <summary>
/// What a provider calls a contact: a phone number and Meta's business-scoped user id. Either may be missing and either may change.
/// </summary>
/// <param name="Phone">E.164.</param>
/// <param name="Bsuid">Country code, a dot and up to 128 letters and digits.</param>
public sealed record Aliases(string? Phone, string? Bsuid)
{
    public static Aliases None { get; } = new(null, null);

    public bool IsEmpty => Phone is null && Bsuid is null;

    /// <summary>The names under which aliases are claimed, the BSUID first.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            if (Bsuid is not null)
            {
                yield return BsuidKey(Bsuid);
            }

            if (Phone is not null)
            {
                yield return PhoneKey(Phone);
            }
        }
    }

    public static string PhoneKey(string phone) => $"phone:{phone}";

    public static string BsuidKey(string bsuid) => $"bsuid:{bsuid}";

    /// <summary>These aliases with what is newly known on top.</summary>
    public Aliases With(Aliases learned) => new(learned.Phone ?? Phone, learned.Bsuid ?? Bsuid);
}
