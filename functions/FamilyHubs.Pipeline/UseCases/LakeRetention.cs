using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>How long versions of the lake stay readable (docs/personal-data.md).</summary>
/// <param name="HistoryDays">Days after a batch was committed: any report can be made from it again. Setting <c>Retention__HistoryDays</c>.</param>
/// <param name="PublishedDays">Days after a published report was computed: what it was made from stays. Setting <c>Retention__PublishedDays</c>.</param>
public sealed record LakeRetention(int HistoryDays = LakeRetention.DefaultHistoryDays, int PublishedDays = LakeRetention.DefaultPublishedDays)
{
    /// <summary>Thirteen months: a year to date and the same month of last year.</summary>
    public const int DefaultHistoryDays = 400;

    /// <summary>Three years: the trend of two financial years and the current one.</summary>
    public const int DefaultPublishedDays = 1100;

    /// <exception cref="InvalidOperationException">A setting is not a number of days.</exception>
    public static LakeRetention Of(IConfiguration configuration) => new(
        Days(configuration["Retention:HistoryDays"], "Retention__HistoryDays", DefaultHistoryDays),
        Days(configuration["Retention:PublishedDays"], "Retention__PublishedDays", DefaultPublishedDays));

    private static int Days(string? text, string setting, int usual)
    {
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : throw new InvalidOperationException($"The setting {setting} is no number of days: give a whole number, e.g. {usual}.");
    }
}
