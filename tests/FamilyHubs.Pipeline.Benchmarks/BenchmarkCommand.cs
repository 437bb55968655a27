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
            Growth(),
            Areas(),
            Once("ingest-once", "Ingests what lies in landing of a folder; measured by compare and growth.", ChildTask.IngestAsync),
            Once("delta-once", "Ingests a batch after the one before; measured by compare.", ChildTask.DeltaAsync),
            Once("weekly-once", "Computes the weekly report from the lake of a folder; measured by compare.", ChildTask.WeeklyAsync),
            Once("zip-to-weekly-once", "Both in one process; measured by compare.", ChildTask.ZipToWeeklyAsync),
            Once("monthly-once", "Computes the figures of a month from the lake of a folder; measured by compare.", ChildTask.MonthlyAsync),
            Once("areas-once", "The share of one worker in many areas; measured by areas.", ChildTask.AreasAsync),
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
        var people = Number("--people", "People of the weekly report; five group records for every two.", 400_000);
        var delta = Number("--delta-rows", "Rows of the table that the delta is for; 0 leaves it out.", 5_000_000);
        var children = Number("--children", "Children of the monthly figures; 0 leaves them out.", 20_000);
        var times = Times();
        var folder = Folder();
        var command = new Command("compare", "Ingest, delta, weekly and monthly figures beside DuckDB, whole processes in turn; writes the table in the README.")
        { rows, people, delta, children, times, folder };
        command.SetAction((parsed, cancel) => new CompareBenchmark(
            parsed.GetValue(folder)!, parsed.GetValue(rows), parsed.GetValue(people), parsed.GetValue(delta), parsed.GetValue(children), parsed.GetValue(times)).RunAsync(cancel));
        return command;
    }

    private static Command Growth()
    {
        var most = Number("--to", "Most rows of SRCode; it begins with 100,000 and takes ten times as many each time.", 10_000_000);
        var times = Times();
        var folder = Folder();
        var command = new Command("growth", "Time and memory of a full ingest by the number of rows; writes its table in the README.") { most, times, folder };
        command.SetAction((parsed, cancel) => new GrowthBenchmark(parsed.GetValue(folder)!, parsed.GetValue(most), parsed.GetValue(times)).RunAsync(cancel));
        return command;
    }

    private static Command Areas()
    {
        var areas = Number("--areas", "How many areas.", 150);
        var people = Number("--people", "People of each; five group records for every two.", 4_000);
        var folder = Folder();
        var command = new Command("areas", "Many areas in one store, by one worker and by two; writes its table in the README.") { areas, people, folder };
        command.SetAction((parsed, cancel) => new AreasBenchmark(parsed.GetValue(folder)!, parsed.GetValue(areas), parsed.GetValue(people)).RunAsync(cancel));
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

    private static Option<int> Number(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static Option<int> Times() => Number("--times", "Runs of each; the median counts.", 3);

    private static Option<int> Rows() => new("--rows") { Description = "Rows of SRCode.", DefaultValueFactory = _ => 1_000_000 };

    private static Option<string> Folder() =>
        new("--out") { Description = "Working folder.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "familyhubs-benchmarks") };
}
