namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>The colours of mails, pages and charts. Each text colour has a contrast of at least 4.5 on the papers it is used on, each bar of at least 3.</summary>
internal static class Palette
{
    /// <summary>Background of everything that is read.</summary>
    public const string Paper = "#ffffff";

    /// <summary>Background around the paper and of every second row.</summary>
    public const string Shade = "#f0f4f5";

    /// <summary>Background of the banner.</summary>
    public const string Banner = "#003087";

    /// <summary>Background of a box that asks for attention.</summary>
    public const string Notice = "#fff8dc";

    /// <summary>Edge of that box.</summary>
    public const string NoticeEdge = "#b37700";

    /// <summary>Background of a word for what is on target or better.</summary>
    public const string Good = "#cce5d6";

    public const string GoodText = "#00401e";

    /// <summary>Background of a word for what is near its target.</summary>
    public const string Near = "#fff2c2";

    public const string NearText = "#4d3d00";

    /// <summary>Background of a word for what is off its target or worse.</summary>
    public const string Bad = "#f9d6d5";

    public const string BadText = "#6b0d12";

    /// <summary>Points and icons of a control chart that ask for attention.</summary>
    public const string Concern = "#b84a00";

    public const string Text = "#212b32";

    /// <summary>Notes, axis labels, places to compare with.</summary>
    public const string Muted = "#4c6272";

    public const string Rule = "#d8dde0";

    /// <summary>Bars and lines of the reader's own place; links.</summary>
    public const string Own = "#005eb8";

    /// <summary>Bars of the place to compare with.</summary>
    public const string Beside = "#768692";
}
