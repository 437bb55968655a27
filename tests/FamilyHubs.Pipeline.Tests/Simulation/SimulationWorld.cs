using System.Globalization;
using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing;
using FamilyHubs.Pipeline.Testing.Simulation;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>The stores, the clock and the processes of one simulation.</summary>
internal sealed class SimulationWorld
{
    private static readonly TimeSpan SendingTime = TimeSpan.FromSeconds(2);

    private int _processes;

    public SimulationWorld(SimulationInputs inputs, SimulationPlan plan, bool isTraced)
    {
        (Inputs, Plan, Random) = (inputs, plan, new Random(plan.Seed));
        Time = new SimulatedTime(inputs.Stages[0].At.AddHours(-1));
        Trace = new CallTrace(isTraced);
        Dice = new FaultDice(Random, plan.Rates);
        Scheduler = new CallScheduler(Random, Time, Dice, Trace) { SwitchRate = plan.SwitchRate, StallRate = plan.StallRate, PageSize = plan.PageSize };
        Blobs = new InMemoryBlobs(Time);
        Put(Containers.Config, $"{SimulationInputs.Area}/profile.json", SimulatedProfile.Bytes);
    }

    public SimulationInputs Inputs { get; }

    public SimulationPlan Plan { get; }

    public Random Random { get; }

    public SimulatedTime Time { get; }

    public CallTrace Trace { get; }

    public FaultDice Dice { get; }

    public CallScheduler Scheduler { get; }

    public InMemoryBlobs Blobs { get; }

    public InMemoryTables Tables { get; } = new();

    public InMemoryMailer Mailer { get; } = new();

    /// <summary>A new process.</summary>
    public SimulatedEngine Start()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{++_processes}");
        return new SimulatedEngine(new SimulatedProcess(name, Scheduler, Dice, Blobs, Tables, Mailer), Time, Plan);
    }

    /// <summary>The sender sends a file.</summary>
    public void Send(SimulatedFile file)
    {
        Time.Advance(SendingTime);
        Trace.Note(Time, $"{file.Path} is sent");
        Put(Containers.Landing, $"{SimulationInputs.Area}/{file.Path}", file.Content);
    }

    private void Put(string container, string name, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        Blobs.WriteAsync(container, name, stream, WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();
    }
}
