using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.UseCases.Forgetting;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>person forget</c>: removes a person from every store and says what was removed; <c>person allow</c> lets one come back.</summary>
internal static partial class PersonVerb
{
    private const int LongestReason = 200;

    /// <summary>A record id of fewer digits is likely to stand in the reference of a request by chance.</summary>
    private const int ShortestTellingId = 5;

    public static Command Create() =>
        new("person", "Works on the data of one person.\nExample: familyhubs person forget --area essex --person 1000042 --reason REQ-17 --dry-run")
        { Forget(), PersonAllow.Create() };

    internal static Option<long> Person() => new("--person") { Description = "SystmOne record id (RowIdentifier of SRPatient).", Required = true, HelpName = "ID" };

    internal static Option<string> Reason() =>
        new("--reason") { Description = "Why, e.g. the reference of the request. Kept in the audit: name nobody.", Required = true, HelpName = "TEXT" };

    private static Command Forget()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var profile = CommonOptions.Profile();
        var person = Person();
        var organisation = new Option<string?>("--organisation") { Description = "Only rows visible to this organisation.", HelpName = "CODE" };
        var reason = Reason();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be removed." };
        var command = new Command(
            "forget",
            "Removes a person from every version of the lake, from quarantine, archive and the lists of stored reports, for good, and keeps later extracts from\n"
            + "bringing the person back. Published figures stay. Tells what was removed: counts, never content. Done twice it changes nothing.\n"
            + "Example: familyhubs person forget --area essex --person 1000042 --reason REQ-17")
        { area, person, organisation, reason, dryRun, json, lake, profile };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var why = Checked(parsed.GetValue(reason)!, parsed.GetValue(person));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var request = new ForgetRequest(
                parsed.GetValue(area)!, parsed.GetValue(person), parsed.GetValue(organisation), why, Environment.UserName, parsed.GetValue(dryRun))
            {
                Profile = await workspace.ProfileAsync(parsed.GetValue(area)!, parsed.GetValue(profile), cancel),
            };
            var result = await workspace.Get<ForgetPerson>().RunAsync(request, cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(result);
            }
            else
            {
                Print(terminal, result);
            }

            return result.Busy ? CommandLine.Refused : CommandLine.Done;
        });
        return command;
    }

    /// <summary>The reason, as long as it can be kept for good.</summary>
    /// <exception cref="UsageException">It is empty, too long, or holds a number that tells who the person is.</exception>
    internal static string Checked(string reason, long person)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw new UsageException($"--reason: give 1 to {LongestReason} characters, e.g. the reference of the request.");
        }

        var id = person.ToString(CultureInfo.InvariantCulture);
        return LongNumber().IsMatch(reason) || (id.Length >= ShortestTellingId && reason.Contains(id, StringComparison.Ordinal))
            ? throw new UsageException("--reason: it is kept for good, so it must not hold the record id or an NHS number.")
            : reason;
    }

    private static void Print(Terminal terminal, ForgetResult result)
    {
        if (result.Busy)
        {
            terminal.Bad($"Another worker has the area {result.Area}; nothing was done. Try again in a while.");
            return;
        }

        if (result.Removed.Count > 0)
        {
            var table = new Table().AddColumns("Store", "Place").AddColumns(new TableColumn("Rows").RightAligned(), new TableColumn("Copies").RightAligned());
            foreach (var place in result.Removed)
            {
                table.AddRow(place.Store, Markup.Escape(place.Name), $"{place.Rows:N0}", $"{place.Copies:N0}");
            }

            terminal.Table(table);
        }

        var verb = result.DryRun ? "would be removed; nothing was changed" : "removed, and kept from coming back";
        terminal.Good($"{result.Copies:N0} copies of rows in {result.Removed.Count:N0} places {verb}.");
        foreach (var waiting in result.Landing)
        {
            terminal.Warn($"landing/{result.Area}/{waiting} still lies there as it was sent. Its rows of the person are left out when it is taken; delete it if it never will be.");
        }
    }

    [GeneratedRegex("[0-9 ]{9,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
