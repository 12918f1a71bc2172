using MultiLine.Clients.Tests.Suites;

namespace MultiLine.Clients.Tests.Kapso;

public sealed class KapsoReceivingTests() : ReceivingSuite("kapso");
