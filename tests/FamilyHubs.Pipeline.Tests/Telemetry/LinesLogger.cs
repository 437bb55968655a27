using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.Tests.Telemetry;

/// <summary>Keeps what is logged.</summary>
internal sealed class LinesLogger<T> : ILogger<T>
{
    private readonly Lock _lock = new();
    private readonly List<(string? Event, string Line)> _entries = [];

    public IReadOnlyList<string> Lines => [.. Entries.Select(e => e.Line)];

    public IReadOnlyList<(string? Event, string Line)> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
        {
            _entries.Add((eventId.Name, formatter(state, exception)));
        }
    }
}
