namespace FamilyHubs.Pipeline.Tests.Publishing;

/// <summary>Names that try to be something else: markup, headers, formulas, templates, hidden and odd characters.</summary>
internal static class NaughtyStrings
{
    private static readonly string[] Bases =
    [
        "<script>alert(1)</script>",
        "</td></tr></table><h1>Moved</h1>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"https://tracker.example.org/a.png\">",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" style=\"display:none",
        "<a href=\"javascript:alert(1)\">team</a>",
        "<!-- comment",
        "--><b>out</b>",
        "<![endif]-->",
        "<!--[if mso]><p>Outlook</p><![endif]-->",
        "<style>*{display:none}</style>",
        "<base href=\"https://example.org/\">",
        "<meta http-equiv=refresh content=0>",
        "<iframe src=//example.org></iframe>",
        "<form action=//example.org><input name=a></form>",
        "<textarea>", "<title>x", "<plaintext>", "<xmp>", "<noscript>",
        "&lt;b&gt;", "&#60;b&#62;", "&amp;amp;", "&nbsp;", "&#0;", "&bogus;",
        "<![CDATA[x]]>", "<?xml version=\"1.0\"?>", "]]>", "{{7*7}}", "${7*7}", "@(1+1)", "@{ throw null; }", "%3Cscript%3E",
        "Team\r\nBcc: all@example.org",
        "Team\nSubject: other",
        "Team\rX-Header: 1",
        "a\u2028b\u2029c", "a\u0085b", "a\vb\fc",
        "nul\0byte", "\u0001\u0002\u001F", "esc\u001B[31mred", "\u007Fdel", "back\bspace",
        "\u202Etxet desrever", "\u2066isolate\u2069", "\u200Fright", "\u200Bzero\u200Bwidth", "\uFEFFmark", "soft\u00ADhyphen",
        "\uD83D", "\uDC00\uD83D", "\uFFFE\uFFFF", "\uE000private",
        "👩‍👧‍👦 family", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 flag", "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 heap", "ﷺﷺﷺ", "مرحبا فريق", "שלום צוות", "健康チーム", "İstanbul ıI", "ß ﬁ Ǆ",
        "=1+1", "=cmd|' /C calc'!A0", "+44 1206", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1+1", "=HYPERLINK(\"https://example.org\",\"x\")", "'=1", "\"=1\"", "a,b;c\td", "a\"\"b\"",
        "", " ", "\u00A0", ".", "..", "../../etc/passwd", "C:\\x", "NULL", "null", "undefined", "NaN", "0", "-1", "1e309", "true", "*", "–",
        new string('W', 3000), string.Concat(Enumerable.Repeat("<b>", 300)), string.Concat(Enumerable.Repeat("&", 300)),
    ];

    /// <summary>Each string by itself, inside a name, between quotes, after what a spreadsheet skips, twice around a tag, and turned round.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Bases
            .SelectMany(text => new[] { text, $"Team {text} 1", $"'{text}\"", $" \t{text}", $"{text}</td>{text}", string.Concat(text.Reverse()) })
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Positions in the list, because a test name cannot hold the strings.</summary>
    public static TheoryData<int> Positions => [.. Enumerable.Range(0, All.Count)];
}
