using FamilyHubs.Deployment;

namespace FamilyHubs.Pipeline.Tests.Infrastructure.Hooks;

/// <summary>Programs that answer as a test says, in order of the rules; what nothing is said of succeeds and prints nothing.</summary>
internal sealed class RecordedCommands : ICommands
{
    private readonly List<(string Start, Queue<CommandResult> Answers)> _rules = [];

    /// <summary>Command lines, as they were given.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Contents of the files that were named by <c>@path</c>, while they were there.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Answers the commands that begin so, one after the other; the last answer is repeated.</summary>
    public RecordedCommands Answer(string start, params IEnumerable<CommandResult> answers)
    {
        _rules.Add((start, new Queue<CommandResult>(answers)));
        return this;
    }

    public async Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var line = $"{program} {string.Join(' ', arguments)}";
        Lines.Add(line);
        foreach (var file in arguments.Where(a => a.StartsWith('@') && File.Exists(a[1..])))
        {
            Files.Add(await File.ReadAllTextAsync(file[1..], cancel));
        }

        var answers = _rules.FirstOrDefault(r => line.StartsWith(r.Start, StringComparison.Ordinal)).Answers;
        return answers switch
        {
            null => Done(string.Empty),
            { Count: > 1 } => answers.Dequeue(),
            _ => answers.Peek(),
        };
    }

    public static CommandResult Done(string output) => new(0, output, string.Empty);

    public static CommandResult Failed(string error) => new(1, string.Empty, error);
}
