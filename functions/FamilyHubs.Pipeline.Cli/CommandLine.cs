using System.CommandLine;
using System.CommandLine.Parsing;
using FamilyHubs.Pipeline.Azure.LocalStorage;
using FamilyHubs.Pipeline.Cli.Verbs;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Archives;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>The command line: one verb a file under <c>Verbs/</c>. Exit code 0 done, 1 the check failed or work was refused, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = CreateRoot().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"See: {PathOf(parsed.CommandResult)} --help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Refused;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongUsage;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return WrongUsage;
        }
        catch (ArchiveException fault)
        {
            await Console.Error.WriteLineAsync($"{ReasonCodes.ArchiveUnsafe}: {fault.Message}");
            return Refused;
        }
        catch (Exception fault) when (StoreFaults.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Refused;
        }
        catch (Exception fault) when (fault is LocalStorageException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Refused;
        }
    }

    /// <summary>The command as it is typed, <c>familyhubs backfill weekly</c>.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{PathOf(outer)} {command.Command.Name}" : "familyhubs";

    internal static RootCommand CreateRoot() => new(
        "FamilyHubs.Pipeline: SystmOne extracts in; a lake of Parquet, weekly and monthly figures, mails and pages out.\n"
        + "Example: familyhubs demo")
    {
        DemoVerb.Create(),
        GenerateVerb.Create(),
        ValidateVerb.Create(),
        IngestVerb.Create(),
        WeeklyVerb.Create(),
        MonthlyVerb.Create(),
        BackfillVerb.Create(),
        PreviewVerb.Create(),
        FreshnessVerb.Create(),
        ExtractsVerb.Create(),
        RunsVerb.Create(),
        QuarantineVerb.Create(),
        PersonVerb.Create(),
        LakeVerb.Create(),
        ProfileVerb.Create(),
    };
}
