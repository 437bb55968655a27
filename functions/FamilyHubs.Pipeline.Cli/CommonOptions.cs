using System.CommandLine;
using System.Text.RegularExpressions;
using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Options that several verbs share.</summary>
internal static partial class CommonOptions
{
    public static Option<string> Area() => WithAreaName(new Option<string>("--area") { Description = "Area, e.g. essex.", Required = true, HelpName = "AREA" });

    /// <summary>Refuses what can be no area: a name with a capital would be another folder, in which nothing ever lies.</summary>
    public static Option<T> WithAreaName<T>(Option<T> area)
        where T : class?
    {
        area.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !AreaName().IsMatch(name))
            {
                result.AddError("--area must be the name of an area: small letters, digits and hyphens, e.g. essex.");
            }
        });
        return area;
    }

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

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AreaName();
}
