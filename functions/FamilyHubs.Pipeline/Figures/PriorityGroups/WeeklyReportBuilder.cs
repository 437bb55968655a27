using FamilyHubs.Pipeline.Lake;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Computes the weekly Priority Group report from the tables of one extract (calculations.md 1 to 3).</summary>
public static class WeeklyReportBuilder
{
    /// <summary>The report alone; see <see cref="ComputeAsync"/>.</summary>
    public static async Task<WeeklyReport> BuildAsync(
        Profile profile, IExtractTables tables, IsoWeek week, WeeklyReport? previousWeek, WeeklyOptions options, CancellationToken cancel) =>
        (await ComputeAsync(profile, tables, week, previousWeek, options, cancel).ConfigureAwait(false)).Report;

    /// <summary>The report as of the week's Sunday, before disclosure control, and the findings. The same input gives the same report.</summary>
    /// <param name="previousWeek">The report of the week before as it was reported then, or null when it never was.</param>
    /// <exception cref="ArgumentException">The previous report is of another area or week, or the profile cannot be counted.</exception>
    public static async Task<WeeklyComputation> ComputeAsync(
        Profile profile, IExtractTables tables, IsoWeek week, WeeklyReport? previousWeek, WeeklyOptions options, CancellationToken cancel)
    {
        if (previousWeek is not null && (previousWeek.Area != profile.Area || previousWeek.Week != week.Previous.ToString()))
        {
            throw new ArgumentException(
                $"The report to compare with is {previousWeek.Week} of {previousWeek.Area}; {week.Previous} of {profile.Area} is needed.",
                nameof(previousWeek));
        }

        var lists = await ListTexts.LoadAsync(tables, cancel).ConfigureAwait(false);
        var people = await PersonRegister.LoadAsync(tables, cancel).ConfigureAwait(false);
        var postcodes = await PostcodeReference.LoadAsync(tables, cancel).ConfigureAwait(false);
        var templates = new TemplateReader(profile.PriorityGroupTemplates);
        await TableScan.RunAsync(tables, [templates], cancel).ConfigureAwait(false);

        var reader = new PopulationReader(profile, people, postcodes, lists);
        var templateCodes = new TemplateCodeReader(people, templates.Templates, week.Monday);
        await TableScan.RunAsync(tables, [.. reader.Readers, templateCodes, templateCodes.Links], cancel).ConfigureAwait(false);
        var population = reader.Build();

        var counts = new WeeklyCounts(week, profile, population);
        var combinations = new WeeklyCombinations(profile, population.Definitions, counts.Places.Places, counts.Tallies);
        var since = counts.ReachableSince(week.Monday);
        var children = options.ChildList ? new WeeklyChildList(counts, combinations) : null;
        children?.AskForContacts(since);
        var reach = await MeaningfulReach.LoadAsync(profile, tables, people, lists, since, week.Sunday, cancel).ConfigureAwait(false);
        var ascertained = CountContacts(reach.Contacts, counts, week, templateCodes);

        var figures = new WeeklyTables(counts.Places.Places, counts.Tallies, population.Definitions);
        var groups = figures.Groups();
        var report = new WeeklyReport(
            profile.Area,
            week.ToString(),
            week.Sunday,
            tables.Extract,
            profile.DefinitionVersion,
            figures.Totals(),
            groups,
            figures.UnderFivesByDistrict(),
            figures.UnderFivesByGroup(),
            combinations.Combinations(options.AllCombinations),
            combinations.Triples(),
            figures.MeaningfulReach(),
            WeeklyChange.Between(groups, previousWeek),
            children?.Entries(population, week.Sunday, reach.Contacts));
        return new WeeklyComputation(report, [.. reader.Findings, .. counts.Findings(), .. reach.Findings, ascertained]);
    }

    /// <summary>Counts the contacts of the week where the contacted person lives.</summary>
    private static Finding CountContacts(IReadOnlyList<Contact> contacts, WeeklyCounts counts, IsoWeek week, TemplateCodeReader templateCodes)
    {
        Span<int> buffer = stackalloc int[PlaceDirectory.MostPerPerson];
        var (all, missing) = (0, 0);
        foreach (var contact in contacts)
        {
            if (contact.Day < week.Monday)
            {
                continue;
            }

            var ascertained = templateCodes.Has(contact.Person, contact.Day);
            all++;
            missing += ascertained ? 0 : 1;
            foreach (var place in counts.Places.Of(contact.Person, buffer))
            {
                counts.Tallies[place].AddContact(ascertained);
            }
        }

        return new Finding(FindingRules.NotAscertained, "SREvent", missing, all);
    }
}
