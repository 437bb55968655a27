using System.Globalization;

namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>What sample extracts to write. The same options give the same bytes.</summary>
/// <param name="Area">Area of the profile, which is the folder under <c>landing</c>.</param>
/// <param name="Children">People under 20, born or expected by <paramref name="To"/>; at least 1.</param>
/// <param name="From">Day of the full batch, drawn in its small hours.</param>
/// <param name="To">No batch is drawn after this day: one delta each Monday until then.</param>
/// <param name="Seed">Another seed is another population.</param>
/// <param name="Chaos">Plants faults, which <c>planted-faults.json</c> lists.</param>
/// <param name="Out">Folder that gets <c>landing/{area}/…</c>.</param>
public sealed record SampleOptions(
    string Area,
    int Children,
    DateOnly From,
    DateOnly To,
    int Seed,
    bool Chaos,
    string Out,
    ListStyle ListStyle = ListStyle.Text)
{
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public void Check()
    {
        if (Children < 1)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Children} children are too few: ask for at least 1."));
        }

        if (To < From)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The last day {To:yyyy-MM-dd} is before the first {From:yyyy-MM-dd}: exchange them."));
        }
    }
}
