using System.Globalization;

namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>Makes postcodes, one outward code a place: <c>ZX12 3AB</c>.</summary>
internal static class PostcodeBook
{
    /// <summary>Letters of inward codes.</summary>
    private const string Letters = "ABDEFGHJLNPQRSTUWXYZ";

    private const int PostcodesOfAnLsoa = 12;

    private const int Most = 4000;

    /// <param name="outward">Number of the place, from 1.</param>
    /// <param name="count">How many are wanted; there are at most 4,000.</param>
    /// <param name="deprivation">0 (none) to 1: share of areas drawn to the deprived end.</param>
    public static IReadOnlyList<SamplePostcode> Make(Prng random, int outward, int count, double deprivation)
    {
        List<SamplePostcode> postcodes = [];
        var lsoa = string.Empty;
        var quintile = 0;
        for (var i = 0; i < Math.Min(count, Most); i++)
        {
            if (i % PostcodesOfAnLsoa == 0)
            {
                lsoa = string.Create(CultureInfo.InvariantCulture, $"E01{9:0}{outward:00}{i / PostcodesOfAnLsoa:000}");
                var (one, other) = (random.Between(1, 5), random.Between(1, 5));
                quintile = random.Chance(deprivation) ? Math.Min(one, other) : Math.Max(one, other);
            }

            var (sector, first, second) = (i / 400, i / 20 % 20, i % 20);
            postcodes.Add(new SamplePostcode(Write(outward, sector, first, second), lsoa, quintile));
        }

        return postcodes;
    }

    /// <summary>A postcode that the reference file does not have.</summary>
    public static string Unknown(Prng random) => Write(99, random.Below(10), random.Below(20), random.Below(20));

    private static string Write(int outward, int sector, int first, int second) =>
        string.Create(CultureInfo.InvariantCulture, $"ZX{outward} {sector}{Letters[first]}{Letters[second]}");
}
