namespace MultiLine.Load.Running;

/// <summary>The organisation that is put under load, and what it has agreed with Meta.</summary>
public static class Bank
{
    public const string Organization = "bench";
    public const string Line = "main";

    /// <summary>Writes from the line.</summary>
    public const string User = "user";

    /// <summary>Administers.</summary>
    public const string Administrator = "admin";

    /// <summary>Reads logs and archive.</summary>
    public const string Officer = "officer";

    /// <summary>Sees what belongs to nobody. Of the organisation that runs the system.</summary>
    public const string Operator = "operator";

    public const string Operators = "system";

    public const string Account = "102290129340398";
    public const string PhoneNumberId = "106540352242922";
    public const string Display = "+49 30 5550100";
    public const string AppSecret = "app-secret-of-the-bench";
    public const string AccessToken = "access-token-of-the-bench";
    public const string VerifyToken = "verify-token-of-the-bench";
}
