using MultiLine.Clients.Tests.Suites;

namespace MultiLine.Clients.Tests.WhatsAppApiJs;

/// <summary>The npm package <c>whatsapp-api-js</c>, which hands on errors as Meta puts them.</summary>
public sealed class WhatsAppApiJsSendingTests() : SendingSuite("whatsapp-api-js");
