namespace MultiLine.Web.Tests.Products;

/// <summary>Somebody whom the bank knows and who has a phone in the simulator.</summary>
/// <param name="Id">Ours.</param>
/// <param name="Phone">E.164.</param>
/// <param name="Name">As the bank knows the contact, and as WhatsApp shows it.</param>
internal sealed record Contact(string Id, string Phone, string Name)
{
    /// <summary>The phone's page in the simulator, below its address.</summary>
    public string PhonePage => $"/phone/{Phone.TrimStart('+')}";

    /// <summary>The thread on the bank's line, below the address of the REST API.</summary>
    public string Thread => $"lines/{Bank.Line}/threads/{Id}";
}
