namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>What a word near a number says that the number is.</summary>
[Flags]
internal enum Subjects
{
    None = 0,
    Card = 1 << 0,
    Ssn = 1 << 1,
    Itin = 1 << 2,
    Nino = 1 << 3,
    Nhs = 1 << 4,
    Sin = 1 << 5,
    Tfn = 1 << 6,
    Nif = 1 << 7,
    Pesel = 1 << 8,
    Pan = 1 << 9,
    Aadhaar = 1 << 10,
    Nric = 1 << 11,
    Routing = 1 << 12,
    Swift = 1 << 13,
    Phone = 1 << 14,
    Web = 1 << 15,
    Version = 1 << 16,
    Wallet = 1 << 17,
    Secret = 1 << 18,
    Birth = 1 << 19,
    MedicalRecord = 1 << 20,
    /// <summary>Orders, invoices, tickets, amounts: a number beside it is no telephone number unless it says so itself.</summary>
    Reference = 1 << 21,
    /// <summary>Software that is put in place of other software: what it becomes is a version.</summary>
    Upgrade = 1 << 22,
    /// <summary>Machines that are reached by an address.</summary>
    Network = 1 << 23,
}
