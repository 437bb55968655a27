using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.People;

/// <summary>Dictionaries of the profile's texts, which are compared trimmed and without regard to case (extracts.md 2).</summary>
public static class TextMeanings
{
    /// <summary>Each text with one meaning.</summary>
    public static Dictionary<string, T> Of<T>(IEnumerable<string> texts, T meaning)
    {
        var meanings = new Dictionary<string, T>(FieldText.Comparer);
        meanings.AddAll(texts, meaning);
        return meanings;
    }

    /// <summary>Gives more texts a meaning; one that has a meaning keeps it.</summary>
    public static void AddAll<T>(this Dictionary<string, T> meanings, IEnumerable<string> texts, T meaning)
    {
        foreach (var text in texts)
        {
            meanings.TryAdd(text, meaning);
        }
    }
}
