using System.Globalization;
using FamilyHubs.Pipeline.Cli.Samples.Facts;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>
/// The time that a batch covers: all before <paramref name="To"/> when full, else what came after <paramref name="From"/>.
/// </summary>
internal sealed record BatchWindow(DateTime? From, DateTime To)
{
    public string Extract => Stamp(To);

    public bool IsDelta => From is not null;

    public static string Stamp(DateTime when) => when.ToString("yyyyMMdd_HHmm", CultureInfo.InvariantCulture);

    /// <summary>A full batch in the small hours of the first day, a delta in those of each Monday after it.</summary>
    public static IReadOnlyList<BatchWindow> Of(SampleOptions options)
    {
        var random = Prng.Of(options.Seed, "batches");
        List<BatchWindow> windows = [new(null, Drawn(random, options.From))];
        for (var day = options.From.AddDays(1); day <= options.To; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Monday)
            {
                windows.Add(new BatchWindow(windows[^1].To, Drawn(random, day)));
            }
        }

        return windows;
    }

    /// <summary>What the batch holds of a record.</summary>
    public RowState StateOf(Fact fact)
    {
        // What becomes of the records of a removed person needs no rows: the removal of the person says it all (extracts.md 3).
        var gone = fact is Person ? null : fact.Person.Removed;
        if (fact.Created > To || gone <= To)
        {
            return RowState.None;
        }

        if (fact.Removed <= To)
        {
            return IsDelta && fact.Removed > From && fact.Created <= From ? RowState.Removal : RowState.None;
        }

        return !IsDelta || fact.Created > From || (fact.Changed > From && fact.Changed <= To) ? RowState.Row : RowState.None;
    }

    /// <summary>The second state of the record is known.</summary>
    public bool IsChanged(Fact fact) => fact.Changed <= To;

    /// <summary>The time at which extracts are drawn is not the same each night (systmone.md 1.2).</summary>
    private static DateTime Drawn(Prng random, DateOnly day) => day.ToDateTime(new TimeOnly(2, random.Between(5, 50)));
}
