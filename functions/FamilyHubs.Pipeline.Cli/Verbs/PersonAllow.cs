using System.CommandLine;
using FamilyHubs.Pipeline.UseCases.Forgetting;

namespace FamilyHubs.Pipeline.Cli.Verbs;

/// <summary><c>person allow</c>: lets a person who was forgotten come back with the next full copy.</summary>
internal static class PersonAllow
{
    public static Command Create()
    {
        var area = CommonOptions.Area();
        var lake = CommonOptions.Lake();
        var json = CommonOptions.Json();
        var person = PersonVerb.Person();
        var organisation = new Option<string?>("--organisation") { Description = "The organisation to which forgetting was limited, if it was.", HelpName = "CODE" };
        var reason = PersonVerb.Reason();
        var command = new Command(
            "allow",
            "Takes a person off the list of those who must not come back: forgotten by mistake, or the request was taken back. Restores nothing: the next full copy\n"
            + "of the extract brings the person back.\nExample: familyhubs person allow --area essex --person 1000042 --reason REQ-18")
        { area, person, organisation, reason, json, lake };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed.GetValue(json));
            var why = PersonVerb.Checked(parsed.GetValue(reason)!, parsed.GetValue(person));
            await using var workspace = await Workspace.OpenAsync(parsed.GetValue(lake), cancel);
            var result = await workspace.Get<AllowPerson>().RunAsync(
                parsed.GetValue(area)!, parsed.GetValue(person), parsed.GetValue(organisation), why, Environment.UserName, cancel);
            if (parsed.GetValue(json))
            {
                Terminal.Json(result);
            }
            else if (result.Busy)
            {
                terminal.Bad($"Another worker has the area {result.Area}; nothing was done. Try again in a while.");
            }
            else if (result.WasForgotten)
            {
                terminal.Good("Taken off the list. The next full copy of the extract brings the person back.");
            }
            else
            {
                terminal.Bad("The person is not on the list, or is there for one organisation only: then name it with --organisation.");
            }

            return result.WasForgotten ? CommandLine.Done : CommandLine.Refused;
        });
        return command;
    }
}
