using System.Globalization;
using FamilyHubs.Pipeline.Ledger;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>Plays a plan: files come, events and pokes are given to workers in an order of the seed's, and in the end it becomes quiet.</summary>
internal sealed class SimulationRun(SimulationWorld world)
{
    private static readonly TimeSpan AfterLeases = ExtractLedger.Lease + TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(9);

    private readonly Random _random = world.Random;
    private readonly List<SimulatedJob> _jobs = [];
    private readonly Queue<SimulatedFile> _sending = [];
    private SimulatedWorker[] _workers = [];
    private DateTimeOffset _sent;

    /// <summary>All of it.</summary>
    public void Play()
    {
        if (world.Plan.Rates.Most == 0 && world.Plan.Workers == 1)
        {
            PlayUndisturbed();
            return;
        }

        _workers = [.. Enumerable.Range(0, world.Plan.Workers).Select(_ => new SimulatedWorker(world))];
        try
        {
            foreach (var stage in world.Inputs.Stages)
            {
                if (world.Time.GetUtcNow() < stage.At)
                {
                    MoveTo(stage.At);
                }

                foreach (var file in stage.Files)
                {
                    _sending.Enqueue(file);
                }

                if (world.Plan.IsStaged)
                {
                    _jobs.AddRange(Some(JobKind.Sweep, 2));
                    Disturb(untilDone: true);
                    Quiet([JobKind.Sweep]);
                    _jobs.AddRange([.. Pokes(), .. Some(JobKind.Sweep, 1)]);
                    Disturb(untilDone: true);
                    Quiet(AllPokes());
                }
                else
                {
                    _jobs.AddRange([.. Pokes(), .. Some(JobKind.Sweep, 2)]);
                    Disturb(untilDone: false);
                }
            }

            if (!world.Plan.IsStaged)
            {
                Disturb(untilDone: true);
                Quiet([JobKind.Sweep, .. AllPokes()]);
            }
        }
        finally
        {
            foreach (var worker in _workers)
            {
                worker.Dispose();
            }
        }
    }

    /// <summary>Everything that ever happened happens again.</summary>
    public void PlayAgain()
    {
        using (var engine = world.Start())
        {
            foreach (var file in world.Inputs.Last.Values.Where(file => file.IsAnnounced))
            {
                Do(engine, new SimulatedJob(JobKind.Landed, $"{SimulationInputs.Area}/{file.Path}"));
            }
        }

        Quiet([JobKind.Sweep, .. AllPokes()]);
    }

    private void PlayUndisturbed()
    {
        foreach (var stage in world.Inputs.Stages)
        {
            MoveTo(stage.At);
            using var engine = world.Start();
            foreach (var file in stage.Files)
            {
                world.Send(file);
                if (file.IsAnnounced)
                {
                    Do(engine, new SimulatedJob(JobKind.Landed, $"{SimulationInputs.Area}/{file.Path}"));
                }
            }

            Quiet([JobKind.Sweep, .. AllPokes()]);
        }
    }

    /// <summary>Work goes on until nothing is left to do, or for some time.</summary>
    private void Disturb(bool untilDone)
    {
        world.Dice.IsOn = true;
        world.Scheduler.Interleaves = true;
        var end = world.Time.GetUtcNow() + LongestDay;
        for (var left = untilDone ? int.MaxValue : _random.Next(200, 2000); left > 0 && (_sending.Count > 0 || _jobs.Count > 0 || _workers.Any(w => w.IsBusy || w.HasEnded)); left--)
        {
            foreach (var worker in _workers)
            {
                Attend(worker);
            }

            if (_sending.Count > 0 && (_random.Next(40) == 0 || (_jobs.Count == 0 && !_workers.Any(w => w.IsBusy))))
            {
                SendNext();
            }

            // A sender is never silent for long between two files of a batch.
            var minutes = _random.Next(400) == 0 ? _random.Next(1, 90) : 0;
            var now = world.Time.GetUtcNow();
            if (minutes > 0 && now < end && (_sending.Count == 0 || now.AddMinutes(minutes) - _sent < LongestSilence))
            {
                MoveTo(now.AddMinutes(minutes));
            }

            if (!world.Scheduler.Step() && _workers.Any(w => w.IsBusy))
            {
                Wait();
            }
        }

        while (_sending.Count > 0)
        {
            SendNext();
        }

        world.Dice.IsOn = false;
    }

    /// <summary>Looks what became of the last job and hands out another.</summary>
    private void Attend(SimulatedWorker worker)
    {
        if (worker.HasEnded && !worker.End() && worker.Job is { Kind: JobKind.Landed, Tries: < SimulatedJob.MostTries } again)
        {
            _jobs.Insert(_random.Next(_jobs.Count + 1), again with { Tries = again.Tries + 1 });
        }

        if (!worker.IsBusy && !worker.HasEnded && _jobs.Count > 0 && _random.Next(3) > 0)
        {
            var next = _jobs[^1];
            _jobs.RemoveAt(_jobs.Count - 1);
            worker.Begin(next);
        }
    }

    /// <summary>A file comes. Its event is lost, or comes once or more, after others that were before it.</summary>
    private void SendNext()
    {
        var file = _sending.Dequeue();
        world.Send(file);
        _sent = world.Time.GetUtcNow();
        for (var events = file.IsAnnounced ? _random.Next(4) : 0; events > 0; events -= 2)
        {
            _jobs.Insert(_random.Next(_jobs.Count + 1), new SimulatedJob(JobKind.Landed, $"{SimulationInputs.Area}/{file.Path}"));
        }
    }

    /// <summary>No call is waited for: the clock goes on.</summary>
    private void Wait()
    {
        if (!world.Time.AdvanceToNextTimer())
        {
            throw new SimulationException(world.Scheduler.Escape ?? "Work waits for something that is neither a call nor a timer: it has left the thread of the simulation.");
        }
    }

    /// <summary>Nothing goes wrong any more; leases of the dead end; a fresh process does what is left.</summary>
    private void Quiet(IEnumerable<JobKind> pokes)
    {
        world.Dice.IsOn = false;
        world.Scheduler.Interleaves = false;
        while (world.Scheduler.Step())
        {
            // What was under way when the disturbance ended.
        }

        MoveTo(world.Time.GetUtcNow() + AfterLeases);
        using var engine = world.Start();
        foreach (var poke in pokes)
        {
            Do(engine, new SimulatedJob(poke));
        }
    }

    private void Do(SimulatedEngine engine, SimulatedJob job)
    {
        world.Trace.Note(world.Time, $"{engine.Process.Name} does {job}, undisturbed");
        var work = engine.RunAsync(job, CancellationToken.None);
        world.Scheduler.Run(work);
        if (!work.GetAwaiter().GetResult())
        {
            throw new SimulationException($"{job} found the area busy when nobody else was at work.");
        }
    }

    private void MoveTo(DateTimeOffset at)
    {
        world.Trace.Note(world.Time, string.Create(CultureInfo.InvariantCulture, $"the clock goes to {at:yyyy-MM-dd HH:mm:ss}"));
        world.Time.Advance(at - world.Time.GetUtcNow());
    }

    private JobKind[] AllPokes() => world.Plan.Work switch
    {
        SimulatedWork.Ingest => [JobKind.Freshness, JobKind.Upkeep],
        SimulatedWork.Weekly => [JobKind.Weekly, JobKind.Freshness, JobKind.Upkeep],
        _ => [JobKind.Weekly, JobKind.Monthly, JobKind.Snapshots, JobKind.Freshness, JobKind.Upkeep],
    };

    private SimulatedJob[] Pokes()
    {
        SimulatedJob[] pokes = [.. AllPokes().SelectMany(kind => Some(kind, kind == JobKind.Upkeep ? 1 : 2))];
        _random.Shuffle(pokes);
        return pokes;
    }

    private SimulatedJob[] Some(JobKind kind, int most) => [.. Enumerable.Repeat(new SimulatedJob(kind), _random.Next(most + 1))];
}
