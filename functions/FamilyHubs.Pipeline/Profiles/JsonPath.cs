using System.Buffers;
using System.Globalization;

namespace FamilyHubs.Pipeline.Profiles;

/// <summary>JSON paths as errors show them: <c>$.kpis[0].target</c>, <c>$.outcomeWordings['Goal met']</c>.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(" .'/\"[]()\\\t\n\r");

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    public static string Member(string parent, string name) => name.Length > 0 && name.AsSpan().IndexOfAny(Quoted) < 0
        ? $"{parent}.{name}"
        : $"{parent}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";
}
