using System.Diagnostics;
using System.Globalization;
using FamilyHubs.Pipeline.Extracts;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Shows how far the reading of a batch is: one line that is rewritten on a terminal, now and then a plain line elsewhere.</summary>
internal sealed class ReadProgressLines(Terminal terminal, string extract) : IProgress<ReadProgress>
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = terminal.IsInteractive ? TimeSpan.Zero : Elsewhere;
    private long _rowsOfEarlierTables;
    private ReadProgress _last;
    private bool _shown;

    public void Report(ReadProgress value)
    {
        if (_last.Table is not null && _last.Table != value.Table)
        {
            _rowsOfEarlierTables += _last.Rows;
        }

        _last = value;
        if (_watch.Elapsed < _next)
        {
            return;
        }

        _next = _watch.Elapsed + (terminal.IsInteractive ? OnTerminal : Elsewhere);
        var seconds = Math.Max(0.001, _watch.Elapsed.TotalSeconds);
        var rows = _rowsOfEarlierTables + value.Rows;
        var share = value.TotalBytes == 0 ? 1 : (double)value.Bytes / value.TotalBytes;
        var left = share > 0 ? TimeSpan.FromSeconds(seconds / share * (1 - share)) : TimeSpan.Zero;
        var line = FormattableString.Invariant(
            $"{extract} {value.Table}: {share * 100:0} %, {rows:N0} rows, {rows / seconds:N0} rows a second, {Left(left)} left");
        if (terminal.IsInteractive)
        {
            terminal.Out.Write(new ControlCode("\r\u001b[K"));
            terminal.Out.Write(line);
            _shown = true;
        }
        else
        {
            terminal.Line(line);
        }
    }

    private static string Left(TimeSpan left) => left.ToString(left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>Ends the line on a terminal.</summary>
    public void End()
    {
        if (_shown)
        {
            terminal.Out.Write(new ControlCode("\r\u001b[K"));
        }
    }
}
