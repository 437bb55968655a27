namespace FamilyHubs.Pipeline.People;

/// <summary>Looks texts up in a dictionary, those seen lately without hashing: the codes of a table come again and again, equal ones as one string.</summary>
internal sealed class TextLookup<T>(IReadOnlyDictionary<string, T> values)
    where T : struct
{
    private const int Slots = 1 << 10;

    private readonly (string? Text, T? Value)[] _recent = new (string?, T?)[Slots];

    /// <summary>The value of a text; null when there is none.</summary>
    public T? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        ref var recent = ref _recent[(text[^1] + text[text.Length / 2] * 17 + text[0] * 257 + text.Length * 31) & (Slots - 1)];
        if (!ReferenceEquals(recent.Text, text))
        {
            recent = (text, values.TryGetValue(text, out var value) ? value : null);
        }

        return recent.Value;
    }
}
