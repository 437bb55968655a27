using System.CommandLine;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>One command runs a benchmark, prints a table and writes JSON beside it.</summary>
internal static class BenchmarkCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var rows = new Option<int>("--rows") { Description = "Rows of SRCode.", DefaultValueFactory = _ => 1_000_000 };
        var people = new Option<int>("--people") { Description = "People with homes, groups and visits; 0 for SRCode alone. Essex: 400000.", DefaultValueFactory = _ => 0 };
        var folder = new Option<string>("--out") { Description = "Working folder.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "familyhubs-benchmarks") };
        var ingest = new Command("ingest", "Full ingest of a batch from its zip through local storage: unzip and CRC, parse, merge, Parquet, commit.") { rows, people, folder };
        ingest.SetAction((parsed, cancel) => IngestBenchmark.RunAsync(parsed.GetValue(rows), parsed.GetValue(people), parsed.GetValue(folder)!, cancel));
        return new RootCommand("Benchmarks of FamilyHubs.Pipeline. Example: dotnet run --project tests/FamilyHubs.Pipeline.Benchmarks -- ingest --rows 1000000") { ingest }
            .Parse(args).InvokeAsync();
    }
}
