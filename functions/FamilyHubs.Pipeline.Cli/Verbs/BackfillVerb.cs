using System.CommandLine;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>backfill weekly|monthly</c>: makes everything of a range of periods; <c>--dry-run</c> prints the plan.</summary>
internal static class BackfillVerb
{
    public static Command Create() => new("backfill", "Makes the reports of a range of periods.\nExample: familyhubs backfill weekly --area essex --from 2019-W10 --to 2019-W13 --dry-run")
    {
        BackfillWeekly.Create(),
        BackfillMonthly.Create(),
    };

    /// <summary>Prints how each period stands.</summary>
    public static void Print<TPeriod>(Terminal terminal, string heading, IReadOnlyList<BackfillStep<TPeriod>> plan)
        where TPeriod : notnull
    {
        var table = new Table().AddColumns(heading, "State", "Run", "To do", "Reason");
        foreach (var step in plan)
        {
            table.AddRow(
                $"{step.Period}",
                step.State.ToString().ToLowerInvariant(),
                step.RunId ?? string.Empty,
                step.IsDue ? "yes" : "no",
                Markup.Escape(step.Reason ?? string.Empty));
        }

        terminal.Table(table);
    }

    /// <summary>Does every period that the plan has to do, and tells what became of it.</summary>
    public static async Task<IReadOnlyList<BackfillResult<TPeriod>>> RunAsync<TPeriod>(
        Terminal terminal, IReadOnlyList<BackfillStep<TPeriod>> plan, Func<TPeriod, Task<BackfillResult<TPeriod>>> run, Func<BackfillResult<TPeriod>, string> tell)
    {
        List<BackfillResult<TPeriod>> results = [];
        foreach (var step in plan.Where(s => s.IsDue))
        {
            var result = await run(step.Period);
            results.Add(result);
            if (result.Refusal is not null)
            {
                terminal.Bad($"{result.Period}: {result.Refusal}");
            }
            else
            {
                terminal.Line($"{result.Period}: {tell(result)}");
            }
        }

        return results;
    }
}
