using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Api.Tests.Support;

/// <summary>What the API of one product measures, while others run in this process.</summary>
internal sealed class MeteredProduct : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _highest = new(StringComparer.Ordinal);

    public MeteredProduct(Product product)
    {
        var meters = product.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Note(instrument, value));
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Note(instrument, value));
        _listener.Start();
    }

    /// <summary>What it stands at now.</summary>
    public long Read(string name)
    {
        _listener.RecordObservableInstruments();
        return _values.GetValueOrDefault(name);
    }

    /// <summary>The most that any <see cref="Read"/> has seen.</summary>
    public long Highest(string name) => _highest.GetValueOrDefault(name);

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, long value)
    {
        var now = instrument is Counter<long> ? _values.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value) : _values[instrument.Name] = value;
        _highest.AddOrUpdate(instrument.Name, now, (_, highest) => Math.Max(highest, now));
    }
}
