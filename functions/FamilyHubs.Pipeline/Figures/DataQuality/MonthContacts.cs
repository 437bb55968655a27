using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Figures.PriorityGroups;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>The meaningful reaches of a month, and which of them ascertained the priority groups (E19-34, as the weekly report counts those of a week).</summary>
internal sealed class MonthContacts
{
    private const int EarlyYears = 5;

    private readonly List<(int Person, bool Ascertained)> _contacts = [];

    private MonthContacts()
    {
    }

    /// <summary>The contacted person of each, with whether a record of the priority-group template is dated the same day.</summary>
    public IReadOnlyList<(int Person, bool Ascertained)> Contacts => _contacts;

    public static async Task<MonthContacts> LoadAsync(MonthlyContext context, CancellationToken cancel)
    {
        var people = context.Population.People;
        var templates = new TemplateReader(context.Profile.PriorityGroupTemplates);
        await TableScan.RunAsync(context.Tables, [templates], cancel).ConfigureAwait(false);
        var days = context.Month.Last.DayNumber - context.Month.First.DayNumber + 1;
        var codes = new TemplateCodeReader(people, templates.Templates, context.Month.First, days);
        await TableScan.RunAsync(context.Tables, [codes, codes.Links], cancel).ConfigureAwait(false);
        var reach = await MeaningfulReach
            .LoadAsync(context.Profile, context.Tables, people, context.Lists, Since(context), context.AsOf, cancel)
            .ConfigureAwait(false);
        context.Add(reach.Findings.Select(finding => finding with { Rule = QualityRules.OfContacts(finding.Rule) }));
        var contacts = new MonthContacts();
        contacts._contacts.AddRange(reach.Contacts.Select(contact => (contact.Person, codes.Has(contact.Person, contact.Day))));
        return contacts;
    }

    /// <summary>The month's first day for children under five and their parents, for the rest never.</summary>
    private static DateOnly[] Since(MonthlyContext context)
    {
        var since = new DateOnly[context.Residents.Count];
        Array.Fill(since, DateOnly.MaxValue);
        for (var child = 0; child < since.Length; child++)
        {
            if (context.Residents.IsOut(child) || !context.Population.People.IsUnder(EarlyYears, child, context.AsOf))
            {
                continue;
            }

            since[child] = context.Month.First;
            foreach (var link in context.Population.Relationships.Of(child))
            {
                if (link.Holds(context.AsOf) && !context.Residents.IsOut(link.Parent))
                {
                    since[link.Parent] = context.Month.First;
                }
            }
        }

        return since;
    }
}
