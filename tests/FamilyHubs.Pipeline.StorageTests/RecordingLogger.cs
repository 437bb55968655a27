using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.StorageTests;

/// <summary>Keeps what is logged, exceptions included.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{logLevel} {eventId.Name} {formatter(state, exception)} {exception}");
}
