using FamilyHubs.Pipeline.Publishing.Components;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Headers of every answer with a page: it loads nothing but its own style sheet, is framed by nobody and kept nowhere.</summary>
public static class PageHeaders
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Content-Security-Policy"] = $"{PageStyle.Policy}; frame-ancestors 'none'",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["X-Robots-Tag"] = "noindex",
    };
}
