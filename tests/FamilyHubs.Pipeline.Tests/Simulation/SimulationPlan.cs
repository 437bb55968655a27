using FamilyHubs.Pipeline.Ports;
using FamilyHubs.Pipeline.Testing.Simulation;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>How one simulation goes, by its seed.</summary>
internal sealed record SimulationPlan(int Seed)
{
    private const int Small = 40;
    private const int Monthly = 6;

    private static readonly Lazy<SimulationInputs>[] Inputs =
        [.. Enumerable.Range(0, Small + Monthly).Select(number => new Lazy<SimulationInputs>(() => new SimulationInputs(number, number < Small ? 2 : 3)))];

    /// <summary>Number of the inputs.</summary>
    public int Input { get; init; }

    /// <summary>What is played.</summary>
    public SimulatedWork Work { get; init; }

    /// <summary>False for a host without the sweep.</summary>
    public bool IsSwept { get; init; } = true;

    /// <summary>In the end all of it happens once more.</summary>
    public bool IsRepeated { get; init; } = true;

    /// <summary>Each morning's work is brought to an end, with its figures, before the next files come; else all piles up.</summary>
    public bool IsStaged { get; init; } = true;

    /// <summary>Processes at work side by side.</summary>
    public int Workers { get; init; } = 1;

    public FaultRates Rates { get; init; } = FaultRates.None;

    public double SwitchRate { get; init; }

    public double StallRate { get; init; }

    public int PageSize { get; init; } = int.MaxValue;

    /// <summary>Spoils a port, to see whether the laws find it.</summary>
    public Func<IBlobs, IBlobs> SpoilBlobs { get; init; } = blobs => blobs;

    /// <summary>Spoils a port, to see whether the laws find it.</summary>
    public Func<ITables, ITables> SpoilTables { get; init; } = tables => tables;

    public SimulationInputs Sent => Inputs[Input].Value;

    /// <summary>The plan of a seed.</summary>
    public static SimulationPlan Of(int seed)
    {
        var random = new Random(seed);
        var rough = random.Next(3);
        var work = (seed % 50) switch { 49 => SimulatedWork.Monthly, > 36 => SimulatedWork.Weekly, _ => SimulatedWork.Ingest };
        return new SimulationPlan(seed)
        {
            Work = work,
            Input = work == SimulatedWork.Monthly ? Small + random.Next(Monthly) : random.Next(Small),
            IsRepeated = random.Next(4) == 0,
            IsStaged = random.Next(2) == 0,
            Workers = random.Next(4) == 0 ? 1 : 2,
            Rates = rough switch
            {
                0 => new FaultRates(0.002, 0.5, 3, 0, 0.1),
                1 => new FaultRates(0.01, 0.3, 8, 0.3, 0.3),
                _ => new FaultRates(0.05, 0.15, 25, 0.2, 0.3),
            },
            SwitchRate = random.Next(3) switch { 0 => 0.02, 1 => 0.2, _ => 0.7 },
            StallRate = random.Next(2) == 0 ? 0 : 0.01,
            PageSize = random.Next(3) == 0 ? 2 : 1000,
        };
    }

    /// <summary>The same files, each event once and in order, each poke when it is due, nothing goes wrong.</summary>
    public static SimulationPlan Undisturbed(int input, SimulatedWork work) => new(0) { Input = input, Work = work };

    /// <summary>All that is ever compared with.</summary>
    public static IEnumerable<(int Input, SimulatedWork Work)> All =>
    [
        .. Enumerable.Range(0, Small).SelectMany(input => new[] { (input, SimulatedWork.Ingest), (input, SimulatedWork.Weekly) }),
        .. Enumerable.Range(Small, Monthly).Select(input => (input, SimulatedWork.Monthly)),
    ];
}
