using System.Text.Json;

namespace FamilyHubs.Pipeline.EndToEndTests.Support;

/// <summary>What a command left behind.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandResult(int Code, string Out, string Error)
{
    /// <summary>Standard output as the one JSON document that it must be.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>The result itself, once the command has ended with the code expected.</summary>
    public CommandResult Ended(int code)
    {
        Assert.True(Code == code, $"Exit code {Code}, expected {code}.\n{Out}\n{Error}");
        return this;
    }
}
