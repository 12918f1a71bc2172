namespace MultiLine.Domain.Templates;

/// <summary>Only an approved template can be sent.</summary>
public enum TemplateStatus
{
    Pending,
    Approved,
    Rejected,
    Paused,
    Disabled,

    /// <summary>In appeal, pending deletion, archived and whatever else the provider may say.</summary>
    Other,
}
