using System.Globalization;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;

namespace FamilyHubs.Pipeline.Publishing.Snapshots;

/// <summary>What a revision changed, for its page: the widest places first, the rest left to the manifest.</summary>
internal static class SnapshotChangeList
{
    private const int Most = 30;
    private const string NotShown = "not shown";

    private static readonly string[] Levels = [PlaceLevels.Area, PlaceLevels.Quadrant, PlaceLevels.District, PlaceLevels.Team];

    /// <summary>Columns that follow from others of the row, or say the same again.</summary>
    private static readonly string[] Derived = ["lower", "upper", "suppressed"];
    private static readonly string[] Names = ["indicator", "tier", "rule", "section"];
    private static readonly string[] Parts = ["period", "start_year", "organisation", "group_code"];

    /// <summary>Null for a first revision, and for one that changed definitions only.</summary>
    public static Section? Of(SnapshotManifest manifest, Profile profile)
    {
        var places = new GeographyIndex(profile.Geography);
        var figures = manifest.Changes
            .Where(change => !Derived.Contains(change.Column, StringComparer.Ordinal))
            .GroupBy(change => (change.Table, Key: string.Join('|', change.Key.Values)))
            .OrderBy(figure => RankOf(figure.First()))
            .ToList();
        if (figures.Count == 0)
        {
            return null;
        }

        List<Block> blocks =
        [
            new DataTable(
                $"Revision {manifest.SupersededRevision} to revision {manifest.Revision}",
                [new DataColumn("Figure", false), new DataColumn("Place", false), new DataColumn("Period or part", false), new DataColumn("What changed", false)],
                [.. figures.Take(Most).Select(figure => Row([.. figure], profile, places))]),
        ];
        if (figures.Count > Most)
        {
            blocks.Add(new Paragraph($"{Shown.Count(figures.Count - Most)} more are in manifest.json, under changes."));
        }

        return new Section("changes", $"What changed in revision {manifest.Revision}", blocks);
    }

    private static int RankOf(SnapshotChange change) =>
        Array.IndexOf(Levels, change.Key.GetValueOrDefault("level")) is >= 0 and var rank ? rank : Levels.Length;

    private static IReadOnlyList<string> Row(IReadOnlyList<SnapshotChange> changes, Profile profile, GeographyIndex places)
    {
        var (table, key) = (changes[0].Table, changes[0].Key);
        return [FigureOf(table, key, profile), PlaceOf(key, places), PartOf(key), string.Join("; ", changes.Select(Text))];
    }

    private static string FigureOf(string table, IReadOnlyDictionary<string, string?> key, Profile profile)
    {
        var id = table switch
        {
            "kpis" => KpiSections.NameOf(profile, key["kpi"]!),
            "outcomes" => OutcomeSections.NameOf(profile, key["measure"]!),
            _ => Names.Select(name => key.GetValueOrDefault(name)).FirstOrDefault(value => value is not null) ?? "",
        };
        return $"{Words(table)}: {PlainText.Clean(Words(id), most: 120)}";
    }

    private static string PlaceOf(IReadOnlyDictionary<string, string?> key, GeographyIndex places)
    {
        var code = key.GetValueOrDefault("code") ?? "";
        var name = key.GetValueOrDefault("level") switch
        {
            PlaceLevels.Area => places.Area.Name,
            PlaceLevels.Quadrant => places.FindQuadrant(code)?.Name,
            PlaceLevels.District => places.FindDistrict(code)?.Name,
            _ => null,
        };
        return PlainText.Clean(name ?? code);
    }

    private static string PartOf(IReadOnlyDictionary<string, string?> key) => PlainText.Clean(
        string.Join(", ", Parts.Append(key.ContainsKey("section") ? "measure" : "")
            .Select(name => key.GetValueOrDefault(name))
            .Where(value => !string.IsNullOrEmpty(value))
            .Select(value => Words(value!))),
        most: 120);

    private static string Text(SnapshotChange change) =>
        $"{Words(change.Column)} {Value(change.Before)} → {Value(change.After)}{(change.Difference is { } by and not 0 ? $" ({Shown.Difference(by)})" : "")}";

    private static string Value(string? value) => value is null ? NotShown
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Shown.Number(number)
        : PlainText.Clean(value);

    private static string Words(string name) => name switch
    {
        "kpis" => "KPI",
        "ytd" => "year to date",
        "rolling12" => "twelve months",
        _ => name.Replace('_', ' '),
    };
}
