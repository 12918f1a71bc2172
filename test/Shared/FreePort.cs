using System.Net;
using System.Net.Sockets;

namespace MultiLine.Tests.Shared;

/// <summary>
/// Ports for servers that have to be told theirs. They lie below those that the system gives to outgoing connections, which would take a
/// port of that range again before the server has it.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Each process begins elsewhere, and no port comes twice before all have come.
    private static int _last = Environment.ProcessId * 31;

    /// <summary>A port on which nothing listens, and another one with each call.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
