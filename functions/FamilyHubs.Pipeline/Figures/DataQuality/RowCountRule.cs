using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>
/// The rule <c>row-count-drop</c> (calculations.md 13): a file with fewer rows than the average of those before it by more than
/// <c>dataQuality.rowCountDropPercent</c>. The size of a delta is a number of events, which varies by chance: it must also be short by more than three
/// standard deviations of such a number. A full copy varies little, and is measured by the percentage alone.
/// </summary>
internal static class RowCountRule
{
    private const double Deviations = 3;

    /// <param name="isDelta">The file holds changes.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="sum">Rows of the files of the same kind before it, together.</param>
    /// <param name="files">How many these are, at least one.</param>
    /// <param name="settings">The limit.</param>
    public static bool IsDrop(bool isDelta, long rows, long sum, int files, DataQualitySettings settings)
    {
        // Rows / average < 1 - drop, without dividing.
        if (100m * rows * files >= (100m - (decimal)settings.RowCountDropPercent) * sum)
        {
            return false;
        }

        var usual = (double)sum / files;
        return !isDelta || usual - rows > Deviations * Math.Sqrt(usual);
    }
}
