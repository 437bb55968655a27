using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>The words of marks and colours (calculations.md 6): a mark always comes with its word, colour is never alone.</summary>
internal static class StateWords
{
    public const string Green = "Green";
    public const string Amber = "Amber";
    public const string Red = "Red";
    public const string Tick = "✓ Tick";
    public const string Cross = "✗ Cross";
    public const string NotApplicable = "N/A";
    public const string Better = "▲ Better";
    public const string Worse = "▼ Worse";

    public static string OfRag(string? rag) => rag switch
    {
        Rag.Green => Green,
        Rag.Amber => Amber,
        Rag.Red => Red,
        _ => Shown.None,
    };

    public static string OfMark(string? mark) => mark switch
    {
        Mark.Tick => Tick,
        Mark.Cross => Cross,
        Mark.NotApplicable => NotApplicable,
        _ => Shown.None,
    };

    /// <summary>The word of a progress, which is green when better and red when worse (AE17-49).</summary>
    public static string OfProgress(string? rag) => rag switch
    {
        Rag.Green => Better,
        Rag.Red => Worse,
        _ => Shown.None,
    };

    /// <summary>Style class of a word on a page; null for one without colour.</summary>
    public static string? ClassOf(string word) => word switch
    {
        Green or Tick or Better => "tag-good",
        Amber => "tag-near",
        Red or Cross or Worse => "tag-bad",
        NotApplicable => "tag-plain",
        _ => null,
    };
}
