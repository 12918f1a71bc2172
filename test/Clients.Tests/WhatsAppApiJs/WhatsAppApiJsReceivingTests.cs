using MultiLine.Clients.Tests.Suites;

namespace MultiLine.Clients.Tests.WhatsAppApiJs;

/// <summary>The client checks signatures over the body with everything but ASCII escaped, as Meta writes it.</summary>
public sealed class WhatsAppApiJsReceivingTests() : ReceivingSuite("whatsapp-api-js");
