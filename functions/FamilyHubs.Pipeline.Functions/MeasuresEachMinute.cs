using FamilyHubs.Pipeline.Telemetry;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>Writes the measures into the log each minute, and once more when the app stops.</summary>
internal sealed class MeasuresEachMinute(MeasureLog measures, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                measures.Flush();
            }
        }
        catch (OperationCanceledException)
        {
            measures.Flush();
        }
    }
}
