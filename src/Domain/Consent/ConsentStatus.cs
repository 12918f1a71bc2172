namespace MultiLine.Domain.Consent;

public enum ConsentStatus
{
    NotAsked,
    Asked,
    Granted,

    /// <summary>The contact said no before ever having agreed.</summary>
    Declined,

    /// <summary>The contact had agreed and took it back.</summary>
    Withdrawn,
}

public static class ConsentStatuses
{
    /// <summary>Nothing may be sent until the contact says YES of its own accord.</summary>
    public static bool IsRefused(this ConsentStatus status) => status is ConsentStatus.Declined or ConsentStatus.Withdrawn;
}
