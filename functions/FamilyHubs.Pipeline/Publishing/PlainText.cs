using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Publishing;

/// <summary>Makes a name that came from outside fit for one line of a mail, a page or a file.</summary>
internal static class PlainText
{
    /// <summary>Length after which a name is cut.</summary>
    public const int MostCharacters = 80;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int MostMarksInARow = 3;

    /// <summary>The text without control characters, line ends, direction marks, broken surrogates and heaps of combining marks; white space is single. Empty becomes <paramref name="otherwise"/>.</summary>
    /// <param name="most">Characters after which the text is cut.</param>
    public static string Clean(string? text, string otherwise = "", int most = MostCharacters)
    {
        var clean = new StringBuilder();
        var marks = 0;
        var length = 0;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarksInARow)
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                AddSpace(clean);
                continue;
            }

            if (!IsVisible(rune, category))
            {
                continue;
            }

            if (++length > most)
            {
                clean.Append('…');
                break;
            }

            clean.Append(rune.ToString());
        }

        var result = clean.ToString().Trim();
        return result.Length == 0 ? otherwise : result;
    }

    private static bool IsVisible(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Format => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner,
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => false,
        _ => true,
    };

    private static void AddSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }
}
