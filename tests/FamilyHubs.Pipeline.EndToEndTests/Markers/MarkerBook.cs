using System.Globalization;

namespace FamilyHubs.Pipeline.EndToEndTests.Markers;

/// <summary>Texts that stand for what identifies a person; each is planted once, so that a find says where it came from.</summary>
internal sealed class MarkerBook
{
    private readonly Dictionary<string, string> _planted = new(StringComparer.Ordinal);

    /// <summary>Every marker, with the column that it was planted in.</summary>
    public IReadOnlyDictionary<string, string> Planted => _planted;

    /// <summary>A word that occurs nowhere else.</summary>
    public string Word(string place) => Plant(string.Create(CultureInfo.InvariantCulture, $"Zqmark{_planted.Count:D4}xw"), place);

    /// <summary>Plants a text of a form of its own: an NHS number, a postcode, a telephone number.</summary>
    public string Plant(string text, string place)
    {
        _planted.Add(text, place);
        return text;
    }
}
