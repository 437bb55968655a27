using System.CommandLine;

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

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else on standard output." };
}
