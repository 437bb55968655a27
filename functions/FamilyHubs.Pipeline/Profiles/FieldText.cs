namespace FamilyHubs.Pipeline.Profiles;

/// <summary>How texts of the extract (modes, statuses, names, wordings) are compared: trimmed and without regard to case (extracts.md 2). Codes are compared ordinally.</summary>
public sealed class FieldText : IEqualityComparer<string>
{
    private FieldText()
    {
    }

    /// <summary>For sets and dictionaries keyed by a text.</summary>
    public static FieldText Comparer { get; } = new();

    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Trim().Equals(right.Trim(), StringComparison.OrdinalIgnoreCase);

    public bool Equals(string? x, string? y) => x is null || y is null ? ReferenceEquals(x, y) : Equals(x.AsSpan(), y.AsSpan());

    public int GetHashCode(string obj) => string.GetHashCode(obj.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
