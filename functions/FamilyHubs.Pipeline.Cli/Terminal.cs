using System.Text.Json;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>
/// What the user sees. With <c>--json</c> standard output holds one JSON document and nothing else; everything said
/// along the way goes to standard error. Colours obey NO_COLOR (Spectre.Console does).
/// </summary>
internal sealed class Terminal
{
    private readonly bool _json;

    public Terminal(bool json = false)
    {
        _json = json;
        Out = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(json ? Console.Error : Console.Out) });
        if (!Out.Profile.Out.IsTerminal)
        {
            Out.Profile.Width = 160;
        }
    }

    public IAnsiConsole Out { get; }

    public bool IsInteractive => Out.Profile.Out.IsTerminal && !_json;

    /// <summary>A line of plain text; what looks like markup is printed as it is.</summary>
    public void Line(string text = "") => Out.WriteLine(text);

    public void Good(string text) => Out.MarkupLineInterpolated($"[green]{text}[/]");

    public void Warn(string text) => Out.MarkupLineInterpolated($"[yellow]{text}[/]");

    public void Bad(string text) => Out.MarkupLineInterpolated($"[red]{text}[/]");

    public void Table(Table table) => Out.Write(table.Border(TableBorder.Simple));

    /// <summary>The one JSON document of <c>--json</c>.</summary>
    public static void Json<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, PipelineJson.Indented));
}
