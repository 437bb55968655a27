using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Telemetry;

/// <summary>
/// Writes what was measured into the log, a line a measure: so it reaches Application Insights by the way that every log line goes, without a
/// package for it (docs/decisions/0063-measures-travel-as-log-lines.md). An exporter of OpenTelemetry, where there is one, reads the same meter.
/// </summary>
public sealed partial class MeasureLog : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Unit, string Tags), Sum> _sums = new();
    private readonly MeterListener _listener = new();
    private readonly ILogger<MeasureLog> _log;

    public MeasureLog(ILogger<MeasureLog> log)
    {
        _log = log;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Writes what was measured since the last time; nothing when nothing was.</summary>
    public void Flush()
    {
        foreach (var key in _sums.Keys.OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Tags, StringComparer.Ordinal))
        {
            if (_sums.TryRemove(key, out var sum))
            {
                var (total, most, times) = sum.Read();
                LogMeasured(key.Name, total, key.Unit, times, most, key.Tags);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(' ', tags.ToArray().Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value}")));
        while (!_sums.GetOrAdd((instrument.Name, instrument.Unit ?? string.Empty, text), _ => new Sum()).TryAdd(value))
        {
            // It was written out just now: a new one takes its place.
        }
    }

    [LoggerMessage(5001, LogLevel.Information, "{Name} {Total} {Unit} in {Times} times, at most {Most} at once: {Tags}", EventName = "Measured")]
    private partial void LogMeasured(string name, double total, string unit, long times, double most, string tags);

    private sealed class Sum
    {
        private readonly Lock _lock = new();
        private double _total;
        private double _most;
        private long _times;
        private bool _isRead;

        public bool TryAdd(double value)
        {
            lock (_lock)
            {
                if (!_isRead)
                {
                    _total += value;
                    _most = Math.Max(_most, value);
                    _times++;
                }

                return !_isRead;
            }
        }

        public (double Total, double Most, long Times) Read()
        {
            lock (_lock)
            {
                _isRead = true;
                return (_total, _most, _times);
            }
        }
    }
}
