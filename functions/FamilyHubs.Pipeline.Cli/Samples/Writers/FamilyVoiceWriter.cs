using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Cli.Samples.Places;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>The provider's Family Voice text of the last whole month (E23-17, calculations.md 10). It holds characters that a page must escape.</summary>
internal static class FamilyVoiceWriter
{
    private static readonly string[] Voices =
    [
        "\u201CThe visitor came when we needed her <most>, and rang the day after.\u201D \u2013 a mother of two",
        "\u201CI did not know that the hub has a group for dads & babies.\u201D \u2013 a father",
        "\u201CWe had to tell our story only once.\u201D \u2013 foster carers",
        "\u201CThe room was warm; the bus there is not every hour.\u201D \u2013 a grandmother",
    ];

    /// <returns>Path of the file, <c>family-voice-2019-03.md</c>.</returns>
    public static async Task<string> WriteAsync(SampleArea area, string folder, CancellationToken cancel)
    {
        var random = Prng.Of(area.Options.Seed, "family-voice:" + area.Profile.Area);
        var month = area.Options.To.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var text = new StringBuilder($"# Family Voice, {area.Profile.Geography.Area.Name}, {month}\n");
        foreach (var quadrant in area.Profile.Geography.Quadrants)
        {
            text.Append($"\n## {quadrant.Name}\n\n{random.Pick(Voices)}\n");
        }

        var path = Path.Combine(folder, $"family-voice-{month}.md");
        await File.WriteAllTextAsync(path, text.ToString(), cancel);
        return path;
    }
}
