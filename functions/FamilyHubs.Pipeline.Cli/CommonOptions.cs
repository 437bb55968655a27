using System.CommandLine;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string> Area() => new("--area") { Description = "Area, e.g. essex.", Required = true, HelpName = "AREA" };

    public static Option<string?> Lake() => new("--lake")
    {
        Description = "Where the data is: a connection string, an account address, or 'local' for an Azurite under .azurite/ "
            + "that is started and stopped with the command. Default: the setting Lake, else local.",
        HelpName = "STORE",
    };

    public static Option<string?> Profile() => new("--profile") { Description = "Use this profile instead of the area's own.", HelpName = "FILE" };

    public static Option<string> Month(string name = "--month", string description = "Month, e.g. 2019-03.") =>
        new(name) { Description = description, Required = true, HelpName = "MONTH" };

    /// <exception cref="UsageException">It is no month.</exception>
    public static Month Parse(ParseResult parsed, Option<string> month) => Periods.Month.TryParse(parsed.GetValue(month), out var period)
        ? period
        : throw new UsageException($"{month.Name} must be a month, e.g. 2019-03.");

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else on standard output." };
}
