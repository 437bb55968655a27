using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Documents;

namespace FamilyHubs.Pipeline.Publishing.Weekly;

/// <summary>The texts and figures of the page behind the link of the weekly mail: the same and more.</summary>
internal static class WeeklyPageModel
{
    /// <inheritdoc cref="WeeklyPageComposer.ComposeAsync"/>
    public static ReportDocument Of(WeeklyReport report, Profile profile, Reader reader, ReportFacts facts, IReadOnlyList<WeeklyTotal> history, DisclosureRule rule)
    {
        var catchment = new Catchment(reader, profile, report);
        var figures = new PlaceFigures(report, profile);
        var sentences = new WeeklySentences(figures, catchment);
        var sections = new WeeklySections(figures, catchment, profile, int.MaxValue, wide: true);
        var activity = new WeeklyActivity(figures, catchment, wide: true);
        var page = new WeeklyPageSections(report, figures, catchment, profile);
        List<string> summary = [sentences.Rise(), sentences.LargestGroup(), sentences.NotRecorded()];
        List<Section?> parts =
        [
            sections.ByPlace(),
            sections.ByGroup(),
            sections.UnderFivesByDistrict(),
            sections.UnderFivesByGroup(),
            sections.Combinations(),
            sections.Triples(),
            page.Children(),
            activity.Changes(),
            activity.NotRecorded(),
            activity.Trend(history, report.AsOf),
            page.Parts("quadrants", $"By {Lower(profile.LevelNames.Quadrant)}", profile.LevelNames.Quadrant, catchment.IsWholeArea ? catchment.Quadrants : []),
            page.Parts("districts", $"By {Lower(profile.LevelNames.District)}", profile.LevelNames.District, Beneath(catchment, PlaceLevels.District, catchment.DistrictsOf)),
            page.Parts("teams", $"By {Lower(profile.LevelNames.Team)}", profile.LevelNames.Team, Beneath(catchment, PlaceLevels.Team, catchment.TeamsOf)),
            WeeklyProvenance.HowToRead(profile, rule),
            WeeklyProvenance.Source(report, facts),
        ];
        return new ReportDocument(
            $"Priority groups: {catchment.Name}",
            PlainText.Clean(profile.Name),
            WeeklyMailModel.Period(IsoWeek.Parse(report.Week)),
            "",
            summary,
            null,
            [.. parts.OfType<Section>()],
            [$"For {PlainText.Clean(reader.Name, "the manager")}, for the catchment {catchment.Name}. Keep it within the service."]);
    }

    /// <summary>The first sentence of the summary.</summary>
    /// <exception cref="ArgumentException">The reader's catchment has no known code.</exception>
    public static string VerdictOf(WeeklyReport report, Profile profile, Reader reader) =>
        new WeeklySentences(new PlaceFigures(report, profile), new Catchment(reader, profile, report)).Rise();

    private static string Lower(string levelName) => PlainText.Clean(levelName).ToLowerInvariant();

    /// <summary>The parts of a level below the reader's places.</summary>
    private static IReadOnlyList<Place> Beneath(Catchment catchment, string level, Func<Place, IReadOnlyList<Place>> parts) =>
        [.. catchment.Places.Where(place => place.Level != level && place.Level != PlaceLevels.Team).SelectMany(parts).Distinct()];
}
