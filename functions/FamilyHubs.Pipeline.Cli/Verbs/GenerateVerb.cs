using System.CommandLine;
using FamilyHubs.Pipeline.Cli.Samples;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>generate</c>: sample SystmOne extracts; same arguments, same bytes.</summary>
internal static class GenerateVerb
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var profile = CommonOptions.Profile();
        var children = new Option<int>("--children") { Description = "How many children.", DefaultValueFactory = _ => 2000, HelpName = "N" };
        var from = Day("--from", "Day of the full batch.", new DateOnly(2019, 3, 25));
        var to = Day("--to", "Last day; a delta batch is drawn each Monday until then.", new DateOnly(2019, 4, 1));
        var seed = new Option<int>("--seed") { Description = "Another seed makes another population.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var chaos = new Option<bool>("--chaos") { Description = "Plant faults; planted-faults.json lists them." };
        var integers = new Option<bool>("--integer-lists") { Description = "List columns hold numbers, as in some customers' extracts." };
        var folder = new Option<string>("--out") { Description = "Folder that gets landing/AREA/….", DefaultValueFactory = _ => "out", HelpName = "FOLDER" };
        var command = new Command(
            "generate",
            "Writes sample SystmOne extracts, reference files and returns. The people are made up.\n"
            + "Example: familyhubs generate --area essex --children 2000 --from 2019-03-25 --to 2019-04-01 --out out")
        { area, children, from, to, seed, chaos, integers, folder, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal();
            var definitions = await ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel);
            var options = new SampleOptions(
                parsed.GetValue(area)!,
                parsed.GetValue(children),
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(seed),
                parsed.GetValue(chaos),
                parsed.GetValue(folder)!,
                parsed.GetValue(integers) ? ListStyle.Integer : ListStyle.Text);
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
        foreach (var batch in result.Batches)
        {
            terminal.Line($"{batch.Extract}: {batch.Rows:N0} rows");
        }

        terminal.Good($"Written to {Path.Combine(options.Out, "landing", options.Area)}");
        return result;
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
