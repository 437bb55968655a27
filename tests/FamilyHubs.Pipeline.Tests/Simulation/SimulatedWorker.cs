namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>A place of the host where one process after the other works, a job at a time.</summary>
internal sealed class SimulatedWorker(SimulationWorld world) : IDisposable
{
    private SimulatedEngine _engine = world.Start();
    private Task<bool>? _work;

    /// <summary>What it is at.</summary>
    public SimulatedJob? Job { get; private set; }

    public bool IsBusy => _work is { IsCompleted: false };

    /// <summary>True when a job has come to an end that nobody has looked at yet.</summary>
    public bool HasEnded => _work is { IsCompleted: true };

    public Task Work => _work ?? Task.CompletedTask;

    public void Begin(SimulatedJob job)
    {
        world.Trace.Note(world.Time, $"{_engine.Process.Name} begins {job}");
        Job = job;
        _work = _engine.RunAsync(job, CancellationToken.None);
    }

    /// <summary>Takes note of the end of a job. False when it is to be tried again.</summary>
    /// <exception cref="SimulationException">It ended as no fault explains.</exception>
    public bool End()
    {
        var work = _work!;
        _work = null;
        var isDead = !_engine.Process.IsAlive;
        if (isDead)
        {
            world.Trace.Note(world.Time, $"{_engine.Process.Name} has ended at {Job}");
            _engine.Dispose();
            _engine = world.Start();
        }

        if (work.Exception is { } fault)
        {
            world.Trace.Note(world.Time, $"{Job} failed: {fault.InnerException!.GetType().Name}");
            AllowedFaults.Check(fault);
            return false;
        }

        return !isDead && !work.IsCanceled && work.Result;
    }

    public void Dispose() => _engine.Dispose();
}
