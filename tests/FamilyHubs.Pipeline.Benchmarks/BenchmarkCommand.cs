using System.CommandLine;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>One command runs a benchmark, prints a table and writes JSON beside it.</summary>
internal static class BenchmarkCommand
{
    public static Task<int> RunAsync(string[] args) =>
        new RootCommand("Benchmarks of FamilyHubs.Pipeline. Example: dotnet run --project tests/FamilyHubs.Pipeline.Benchmarks -- compare")
        {
            Ingest(),
            Compare(),
            Once("ingest-once", "Ingests what lies in landing of a folder; measured by compare.", ChildTask.IngestAsync),
            Once("weekly-once", "Computes the weekly report from the lake of a folder; measured by compare.", ChildTask.WeeklyAsync),
        }.Parse(args).InvokeAsync();

    private static Command Ingest()
    {
        var rows = Rows();
        var people = new Option<int>("--people") { Description = "People with homes, groups and visits; 0 for SRCode alone. Essex: 400000.", DefaultValueFactory = _ => 0 };
        var folder = Folder();
        var command = new Command("ingest", "Full ingest of a batch from its zip through local storage: unzip and CRC, parse, merge, Parquet, commit.") { rows, people, folder };
        command.SetAction((parsed, cancel) => IngestBenchmark.RunAsync(parsed.GetValue(rows), parsed.GetValue(people), parsed.GetValue(folder)!, cancel));
        return command;
    }

    private static Command Compare()
    {
        var rows = Rows();
        var people = new Option<int>("--people") { Description = "People of the weekly report; five group records for every two.", DefaultValueFactory = _ => 400_000 };
        var times = new Option<int>("--times") { Description = "Runs of each; the median counts.", DefaultValueFactory = _ => 3 };
        var folder = Folder();
        var command = new Command("compare", "Ingest and weekly figures beside DuckDB, whole processes in turn; writes the table in the README.") { rows, people, times, folder };
        command.SetAction((parsed, cancel) =>
            new CompareBenchmark(parsed.GetValue(folder)!, parsed.GetValue(rows), parsed.GetValue(people), parsed.GetValue(times)).RunAsync(cancel));
        return command;
    }

    private static Command Once(string name, string description, Func<string, string, CancellationToken, Task<int>> task)
    {
        var root = new Argument<string>("folder");
        var extract = new Argument<string>("extract");
        var command = new Command(name, description) { root, extract };
        command.SetAction((parsed, cancel) => task(parsed.GetValue(root)!, parsed.GetValue(extract)!, cancel));
        return command;
    }

    private static Option<int> Rows() => new("--rows") { Description = "Rows of SRCode.", DefaultValueFactory = _ => 1_000_000 };

    private static Option<string> Folder() =>
        new("--out") { Description = "Working folder.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "familyhubs-benchmarks") };
}
