using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FamilyHubs.Pipeline.StandInTests.Support;

/// <summary>Keeps the messages of a log.</summary>
internal sealed class QueueLoggerProvider(ConcurrentQueue<string> messages) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new QueueLogger(messages);

    public void Dispose()
    {
    }

    private sealed class QueueLogger(ConcurrentQueue<string> messages) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            messages.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
