using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace MultiLine.Load.Inbound;

/// <summary>
/// Sends requests at a fixed rate whatever the answers take, over connections that stay open. It speaks just enough HTTP for that, because
/// it shares the processors with whom it measures.
/// </summary>
internal sealed class OpenLoop(Uri server, SignedRequests requests)
{
    private const int Connections = 256;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Stopwatch _clock = new();

    /// <param name="first">The index of the first request.</param>
    /// <param name="count">How many.</param>
    /// <param name="rate">How many a second; a larger number than can be sent is as fast as the answers come.</param>
    public async Task<LoopResult> RunAsync(int first, int count, double rate)
    {
        var due = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleWriter = true });
        var latencies = new double[count];
        _clock.Restart();
        var connections = Enumerable.Range(0, Connections)
            .Select(_ => Task.Run(() => CarryAsync(due.Reader, first, rate, latencies)))
            .ToList();
        await PaceAsync(due.Writer, count, rate);
        await Task.WhenAll(connections);
        return new LoopResult(latencies, _clock.Elapsed);
    }

    /// <summary>Lets requests go when they are due.</summary>
    private async Task PaceAsync(ChannelWriter<int> due, int count, double rate)
    {
        for (var sent = 0; sent < count;)
        {
            var reached = (int)Math.Min(count, (_clock.Elapsed.TotalSeconds * rate) + 1);
            for (; sent < reached; sent++)
            {
                due.TryWrite(sent);
            }

            await Task.Delay(Tick, TimeProvider.System);
        }

        due.Complete();
    }

    private async Task CarryAsync(ChannelReader<int> due, int first, double rate, double[] latencies)
    {
        var request = new byte[requests.Length];
        var answer = new byte[4096];
        var connection = await ConnectAsync();
        await foreach (var index in due.ReadAllAsync())
        {
            requests.Write(first + index, request, TimeProvider.System.GetUtcNow());
            var taken = await IsTakenAsync(connection, request, answer);
            latencies[index] = taken ? _clock.Elapsed.TotalMilliseconds - (1000 * index / rate) : LoopResult.NotTaken;
            if (!taken)
            {
                connection.Dispose();
                connection = await ConnectAsync();
            }
        }

        connection.Dispose();
    }

    /// <summary>True where the answer is 200, which has no body; after any other, and a broken connection, the connection is not used again.</summary>
    private static async Task<bool> IsTakenAsync(Socket connection, byte[] request, byte[] answer)
    {
        try
        {
            await connection.SendAsync(request);
            for (var length = 0; length < answer.Length;)
            {
                var received = await connection.ReceiveAsync(answer.AsMemory(length));
                length += received;
                if (answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    return answer.AsSpan().StartsWith("HTTP/1.1 200 "u8);
                }

                if (received == 0)
                {
                    return false;
                }
            }
        }
        catch (SocketException)
        {
        }

        return false;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return socket;
    }
}

/// <param name="Latencies">Of each request, in ms from when it was due; <see cref="NotTaken"/> for those that were not answered 200.</param>
/// <param name="Elapsed">From the first to the last answer.</param>
internal sealed record LoopResult(double[] Latencies, TimeSpan Elapsed)
{
    public const double NotTaken = double.PositiveInfinity;

    public int Taken => Latencies.Count(latency => latency != NotTaken);

    public double PerSecond => Taken / Elapsed.TotalSeconds;

    /// <summary>Of those that were taken.</summary>
    public double At(double quantile)
    {
        var sorted = Latencies.Where(latency => latency != NotTaken).Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * quantile)];
    }
}
