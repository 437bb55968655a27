using FamilyHubs.Pipeline.Cli;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>Runs the command line in this process.</summary>
internal static class Command
{
    public static async Task<CommandResult> RunAsync(params string[] args)
    {
        var (formerOut, formerError) = (Console.Out, Console.Error);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var code = await CommandLine.RunAsync(args);
            return new CommandResult(code, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(formerOut);
            Console.SetError(formerError);
        }
    }
}
