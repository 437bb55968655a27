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

    /// <summary>Standard output is for the one JSON document.</summary>
    public bool IsJson => _json;

    public bool IsInteractive => Out.Profile.Out.IsTerminal && !_json;

    /// <summary>A line of plain text; what looks like markup is printed as it is.</summary>
    public void Line(string text = "") => Say(text, Style.Plain);

    public void Good(string text) => Say(text, new Style(Color.Green));

    public void Warn(string text) => Say(text, new Style(Color.Yellow));

    public void Bad(string text) => Say(text, new Style(Color.Red));

    public void Table(Table table) => Out.Write(table.Border(TableBorder.Simple));

    /// <summary>A sentence is one line where another program reads along; on a terminal it is broken between words.</summary>
    private void Say(string text, Style style)
    {
        if (Out.Profile.Out.IsTerminal)
        {
            Out.WriteLine(text, style);
        }
        else
        {
            Out.Profile.Out.Writer.WriteLine(text);
        }
    }

    /// <summary>The one JSON document of <c>--json</c>.</summary>
    public static void Json<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, PipelineJson.Indented));
}
