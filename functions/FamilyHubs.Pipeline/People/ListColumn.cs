namespace FamilyHubs.Pipeline.People;

/// <summary>
/// What the cells of one list column mean to the profile. Texts are compared trimmed and without regard to case (extracts.md 2).
/// Each distinct cell is worked out once.
/// </summary>
/// <param name="lists">Texts of integers.</param>
/// <param name="kind">Where the column's integers are looked up first.</param>
/// <param name="meanings">Text to meaning, see <see cref="TextMeanings"/>.</param>
public sealed class ListColumn<T>(ListTexts lists, ListKind kind, Dictionary<string, T> meanings)
    where T : struct
{
    private readonly Dictionary<string, (T? Meaning, bool Empty, bool Unmapped)> _cells = new(StringComparer.Ordinal);

    /// <summary>Cells asked for.</summary>
    public long Checked { get; private set; }

    /// <summary>Of those, the empty ones.</summary>
    public long Empty { get; private set; }

    /// <summary>Of those, texts that the profile does not know.</summary>
    public long Unknown { get; private set; }

    /// <summary>Of those, integers that are in neither list.</summary>
    public long Unmapped { get; private set; }

    /// <summary>The meaning of a cell; null for an empty one and for a text without meaning.</summary>
    public T? Of(string? cell)
    {
        Checked++;
        if (cell is null)
        {
            Empty++;
            return null;
        }

        if (!_cells.TryGetValue(cell, out var known))
        {
            var text = lists.Resolve(cell, kind, out var unmapped);
            T? meaning = text is not null && meanings.TryGetValue(text, out var found) ? found : null;
            _cells[cell] = known = (meaning, text is null, unmapped);
        }

        Empty += known.Empty ? 1 : 0;
        Unmapped += known.Unmapped ? 1 : 0;
        Unknown += known.Meaning is null && !known.Empty ? 1 : 0;
        return known.Meaning;
    }
}
