using FamilyHubs.Pipeline.Periods;

namespace FamilyHubs.Pipeline.Cli.Samples.Datasets;

/// <summary>Times in a group of so many people that at each month's end the wanted number is in it.</summary>
internal static class MonthlySpells
{
    /// <summary>The times of one of the people: the day of joining and the day of leaving, which is sometimes the last of a month.</summary>
    /// <param name="place">Number of the person, from 0: it is in the group in the months that want more.</param>
    /// <param name="first">Month of the first number; who is in it has joined before.</param>
    /// <param name="wanted">Numbers by month.</param>
    public static IEnumerable<(DateOnly From, DateOnly? Until)> Of(int place, Month first, IReadOnlyList<int> wanted)
    {
        DateOnly? since = null;
        for (var number = 0; number < wanted.Count; number++)
        {
            var month = first.AddMonths(number);
            if (wanted[number] > place)
            {
                since ??= number == 0 ? month.Previous.First.AddDays(9) : month.First.AddDays(4);
            }
            else if (since is { } from)
            {
                yield return (from, place % 2 == 0 ? month.Last : month.First.AddDays(11));
                since = null;
            }
        }

        if (since is { } still)
        {
            yield return (still, null);
        }
    }
}
