using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.UseCases;

/// <summary>
/// Whether a full copy of the addresses lacks a district (quality.md 2): the rows in each district are compared with those that the copy would replace,
/// both by the postcode reference in force. Without one there is nothing to compare.
/// </summary>
internal sealed class DistrictCheck(LakeStore lake, Profile profile, string extract, IReadOnlyDictionary<string, long> pins)
{
    private const string Postcodes = "Postcodes";
    private const string District = "District";
    private const string Organisation = "IDOrganisationVisibleTo";

    private static readonly ColumnDefinition PostcodeKey = new(PostcodeCounter.Key, ColumnType.Text);

    /// <summary>The district that misses most of its rows, or null.</summary>
    /// <param name="rows">Rows of the copy by postcode key.</param>
    /// <param name="organisations">Organisations of the copy: only their rows are replaced.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ValidationFinding?> FindAsync(
        IReadOnlyDictionary<string, long> rows, IReadOnlySet<string> organisations, CancellationToken cancel)
    {
        var districts = await DistrictsAsync(cancel);
        if (districts.Count == 0 || !pins.TryGetValue(PostcodeCounter.Table, out var version))
        {
            return null;
        }

        var now = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, count) in rows)
        {
            Add(now, districts, key, count);
        }

        var former = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var set in lake.ReadRowsAsync(
            profile.Area, PostcodeCounter.Table, version, [PostcodeKey, new(Organisation, ColumnType.Text)], cancel))
        {
            var (keys, owners) = (set.Texts(PostcodeCounter.Key), set.Texts(Organisation));
            for (var row = 0; row < set.RowCount; row++)
            {
                if (keys.Values[row] is { } key && organisations.Contains(owners.Values[row] ?? string.Empty))
                {
                    Add(former, districts, key, 1);
                }
            }
        }

        var missing = new GeographyIndex(profile.Geography).Districts
            .Select(d => (d.Code, Now: now.GetValueOrDefault(d.Code), Former: former.GetValueOrDefault(d.Code)))
            .Where(d => d.Now < d.Former * (1 - profile.DataQuality.RowCountDropPercent / 100) && d.Former - d.Now > profile.Extract.MaxBadRowsMinimum)
            .OrderBy(d => (double)d.Now / d.Former)
            .ToArray();
        return missing.Length == 0 ? null : Finding(missing[0].Code, missing[0].Now, missing[0].Former);
    }

    private ValidationFinding Finding(string district, long now, long former) => new(
        Severity.Error, ReasonCodes.DistrictDrop, PostcodeCounter.Table, null, null,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The full copy has {now} addresses in the district {district}; what it would replace has {former}, and {profile.DataQuality.RowCountDropPercent:0.##} % fewer is the limit."),
        HoldChecks.Remedy(extract, profile.Area));

    private async Task<Dictionary<string, string>> DistrictsAsync(CancellationToken cancel)
    {
        var districts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pins.TryGetValue(Postcodes, out var version))
        {
            await foreach (var set in lake.ReadRowsAsync(profile.Area, Postcodes, version, [PostcodeKey, new(District, ColumnType.Text)], cancel))
            {
                for (var row = 0; row < set.RowCount; row++)
                {
                    if (set.Texts(PostcodeCounter.Key)[row] is { } key && set.Texts(District)[row] is { } district)
                    {
                        districts[key] = district;
                    }
                }
            }
        }

        return districts;
    }

    private static void Add(Dictionary<string, long> counts, Dictionary<string, string> districts, string key, long rows)
    {
        if (districts.TryGetValue(key, out var district))
        {
            counts[district] = counts.GetValueOrDefault(district) + rows;
        }
    }
}
