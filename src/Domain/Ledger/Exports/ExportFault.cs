namespace MultiLine.Domain.Ledger.Exports;

/// <summary>The first thing that is wrong with an export.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Line">In which line of the file, from 1; 0 where it is not about a line.</param>
/// <param name="Message">In words.</param>
public sealed record ExportFault(ExportFaultKind Kind, long Line, string Message);

public enum ExportFaultKind
{
    /// <summary>The file is no export, or of a format of a later release.</summary>
    NotAnExport,

    /// <summary>A line is not written as lines are.</summary>
    DamagedLine,

    /// <summary>A record's event, or what is said of it, is not what the ledger took.</summary>
    ChangedRecord,

    /// <summary>A content is not the one that the event commits to.</summary>
    ChangedContent,

    /// <summary>The bytes of a file are not all of those that its message came with.</summary>
    ChangedMedium,

    /// <summary>A record's chain hash does not follow from the one before.</summary>
    BrokenChain,

    /// <summary>Records are not there, and nothing stands for them.</summary>
    MissingRecords,

    /// <summary>A record is there twice, or before its turn.</summary>
    MisplacedRecord,

    /// <summary>The file ends before the export does.</summary>
    CutOff,

    /// <summary>The file is not the one that was signed.</summary>
    ChangedFile,

    /// <summary>A signature is not that of the key that is named.</summary>
    WrongSignature,

    /// <summary>The key that signed is none of those that are trusted.</summary>
    UntrustedKey,

    /// <summary>The records are not those that the tree head was made of.</summary>
    OtherThanHead,

    /// <summary>A head that was anchored outside is newer than this export.</summary>
    OlderThanAnchor,

    /// <summary>A head that was anchored outside says that the ledger was another one then: it has been rewritten since.</summary>
    OtherThanAnchor,
}
