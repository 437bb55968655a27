using System.CommandLine;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Cli.Samples.Datasets;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>generate</c>: sample SystmOne extracts; same arguments, same bytes.</summary>
internal static class GenerateVerb
{
    public static Command Create()
    {
        var area = CommonOptions.WithAreaName(new Option<string?>("--area") { Description = "Area, e.g. essex. Needed without --dataset.", HelpName = "AREA" });
        var profile = CommonOptions.Profile();
        var dataset = new Option<string?>("--dataset")
        {
            Description = "One of the back-test sets instead of a population:\n"
                + string.Join('\n', DatasetCatalog.All.Select(set => $"{set.Name}: {set.Shows}")),
            HelpName = "NAME",
        };
        var children = new Option<int>("--children") { Description = "How many children.", DefaultValueFactory = _ => 2000, HelpName = "N" };
        var from = Day("--from", "Day of the full batch.", new DateOnly(2019, 3, 25));
        var to = Day("--to", "Last day; a delta batch is drawn each Monday until then.", new DateOnly(2019, 4, 1));
        var seed = new Option<int>("--seed") { Description = "Another seed makes another population.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var chaos = new Option<bool>("--chaos") { Description = "Plant faults; planted-faults.json lists them." };
        var integers = new Option<bool>("--integer-lists") { Description = "List columns hold numbers, as in some customers' extracts." };
        var folder = new Option<string>("--out") { Description = "Folder that gets landing/AREA/….", DefaultValueFactory = _ => "out", HelpName = "FOLDER" };
        var json = CommonOptions.Json();
        var command = new Command(
            "generate",
            "Writes sample SystmOne extracts, reference files and returns. The people are made up.\n"
            + "Example: familyhubs generate --area essex --children 2000 --from 2019-03-25 --to 2019-04-01 --out out\n"
            + "Example: familyhubs generate --dataset essex-march-2019 --out out/essex-march-2019")
        { area, dataset, children, from, to, seed, chaos, integers, folder, profile, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var lists = parsed.GetValue(integers) ? ListStyle.Integer : ListStyle.Text;
            if (parsed.GetValue(dataset) is { } name)
            {
                Option? other = new Option[] { children, from, to, seed, chaos }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
                if (other is not null)
                {
                    throw new UsageException($"{other.Name} does not go with --dataset: a back-test set is always the same. Leave one of them out.");
                }

                await WriteDatasetAsync(terminal, name, parsed.GetValue(area), parsed.GetValue(profile), parsed.GetValue(folder)!, lists, cancel);
                return CommandLine.Done;
            }

            var ofArea = parsed.GetValue(area) ?? throw new UsageException("--area is missing: say of which area, e.g. --area essex, or name a --dataset.");
            var definitions = await ProfileAsync(ofArea, parsed.GetValue(profile), cancel);
            var options = new SampleOptions(
                ofArea,
                parsed.GetValue(children),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(seed),
                parsed.GetValue(chaos),
                parsed.GetValue(folder)!,
                lists);
            try
            {
                await WriteAsync(terminal, options, definitions, cancel);
            }
            catch (ArgumentException wrong)
            {
                throw new UsageException(wrong.Message);
            }

            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Writes the extracts and tells what was written.</summary>
    public static async Task<SampleResult> WriteAsync(Terminal terminal, SampleOptions options, Profile profile, CancellationToken cancel)
    {
        var result = await SampleExtracts.WriteAsync(options, profile, ContractCatalog.Shipped, progress: null, cancel);
        Tell(terminal, result, options.Out, options.Area);
        return result;
    }

    private static async Task WriteDatasetAsync(
        Terminal terminal, string name, string? area, string? profile, string folder, ListStyle lists, CancellationToken cancel)
    {
        try
        {
            var dataset = DatasetCatalog.Find(name);
            if (area is not null && area != dataset.Area)
            {
                throw new ArgumentException($"The data set {name} is of the area {dataset.Area}, not of {area}: leave --area out.");
            }

            var definitions = await ProfileAsync(dataset.Area, profile, cancel);
            var result = await DatasetExtracts.WriteAsync(dataset, definitions, ContractCatalog.Shipped, folder, lists, cancel);
            Tell(terminal, result, folder, dataset.Area);
            terminal.Line($"Gives {dataset.Shows}");
        }
        catch (ArgumentException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static void Tell(Terminal terminal, SampleResult result, string folder, string area)
    {
        foreach (var batch in result.Batches)
        {
            terminal.Line($"{batch.Extract}: {batch.Rows:N0} rows");
        }

        terminal.Good($"Written to {Path.Combine(folder, "landing", area)}");
        if (terminal.IsJson)
        {
            Terminal.Json(new { Area = area, Folder = Path.Combine(folder, "landing", area), result.Batches, result.References, result.Returns, result.PlantedFaults });
        }
    }

    private static async Task<Profile> ProfileAsync(string area, string? file, CancellationToken cancel)
    {
        if (file is not null)
        {
            return await Workspace.ReadProfileAsync(area, file, cancel);
        }

        return (await ProfileCatalog.Shipped.FindAsync(area, cancel))?.Profile
            ?? throw new UsageException($"There is no shipped profile {area}: give --profile FILE, or one of {string.Join(", ", ProfileCatalog.Shipped.Areas)}.");
    }

    private static Option<DateOnly> Day(string name, string description, DateOnly usual) => new(name)
    {
        Description = $"{description} yyyy-MM-dd.",
        HelpName = "DATE",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var day))
            {
                return day;
            }

            result.AddError($"{name} must be a day as yyyy-MM-dd, e.g. {usual:yyyy-MM-dd}.");
            return default;
        },
    };
}
