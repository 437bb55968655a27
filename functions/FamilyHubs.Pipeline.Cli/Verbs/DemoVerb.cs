using System.CommandLine;
using FamilyHubs.Pipeline.Cli.Demo;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>demo</c>: the whole product on this machine in one go.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var children = new Option<int>("--children") { Description = "How many children.", DefaultValueFactory = _ => 10_000, HelpName = "N" };
        var folder = new Option<string>("--out") { Description = "Where everything is written.", DefaultValueFactory = _ => "out", HelpName = "FOLDER" };
        var keep = new Option<bool>("--keep") { Description = "Leave the storage running until Ctrl+C, to look into it." };
        var lake = CommonOptions.Lake();
        var command = new Command(
            "demo",
            "Makes sample extracts of Essex, ingests them, computes three weekly reports and three months with their snapshots, mails managers and commissioners (into files) "
            + "and says where everything is.\nExample: familyhubs demo --children 5000 --out out")
        { children, folder, keep, lake };
        command.SetAction((parsed, cancel) => new DemoRun(
            new Terminal(), parsed.GetValue(children), Path.GetFullPath(parsed.GetValue(folder)!), parsed.GetValue(keep), parsed.GetValue(lake)).RunAsync(cancel));
        return command;
    }
}
