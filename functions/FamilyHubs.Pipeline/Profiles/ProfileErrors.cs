namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Collects the errors of a profile: one for each path, the first found, in the order of the file.</summary>
internal sealed class ProfileErrors(JsonPositions positions)
{
    private readonly Dictionary<string, ProfileError> _errors = new(StringComparer.Ordinal);

    public void Add(string path, string message, string remedy)
    {
        var (line, column) = positions.Find(path);
        _errors.TryAdd(path, new ProfileError(path, message, remedy, line, column));
    }

    /// <summary>Whether an error is known at the path or beneath it.</summary>
    public bool Explains(string path) => _errors.Keys.Any(known => known.StartsWith(path, StringComparison.Ordinal));

    /// <summary>Each value may stand once.</summary>
    public void Unique(IEnumerable<(string Path, string Value)> values, IEqualityComparer<string> comparer, string what)
    {
        var seen = new Dictionary<string, string>(comparer);
        foreach (var (path, value) in values)
            if (!seen.TryAdd(value, path))
                Add(path, $"\"{value}\" stands at {seen[value]} too; {what}.", "Give each its own, or remove one of the two.");
    }

    /// <summary>The value must be among those that are defined elsewhere in the profile.</summary>
    public void Known(string path, string? value, IEnumerable<string> known, string what)
    {
        if (value is null || known.Contains(value, StringComparer.Ordinal))
            return;
        var names = string.Join(", ", known);
        Add(path, $"There is no {what} \"{value}\".", names.Length == 0 ? "The profile defines none." : $"Expected one of: {names}.");
    }

    /// <summary>A field that another field asks for.</summary>
    public void Needed(string path, bool present, string because)
    {
        if (!present)
            Add(path, $"The field is missing; {because}.", "Add it.");
    }

    public IReadOnlyList<ProfileError> ToList() =>
        [.. _errors.Values.OrderBy(error => positions.OffsetOf(error.Path)).ThenBy(error => error.Path, StringComparer.Ordinal)];
}
