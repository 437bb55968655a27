using System.Globalization;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>JSON paths as errors show them: <c>$.kpis[0].target</c>, <c>$.outcomeWordings['Goal met']</c>.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    public static string Member(string parent, string name) =>
        IsPlain(name) ? $"{parent}.{name}" : $"{parent}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static bool IsPlain(string name)
    {
        foreach (var character in name)
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '$'))
                return false;
        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
