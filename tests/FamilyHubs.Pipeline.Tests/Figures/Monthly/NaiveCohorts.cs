using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.Monthly;

/// <summary>The cohorts of calculations.md 5 over rows as objects: who counts in a month, where, and whose records hold the reviews.</summary>
internal sealed class NaiveCohorts(Profile profile, NaiveReviewExtract rows)
{
    public sealed record Unit(DateOnly Birth, List<long> Children, List<long> Subjects, List<long> Parents, string District, string Team);

    public NaivePeople At(Month month) => new(profile, rows.People, month.Last.ToDateTime(TimeOnly.MinValue));

    public IEnumerable<Unit> Units(string? unit, Offset anchor, Month month)
    {
        var people = At(month);
        foreach (var (birth, all) in unit == "family" ? Families(anchor) : rows.People.Patients.Select(p => (Birth(p.RowIdentifier), new List<long> { p.RowIdentifier })))
        {
            var children = all.Where(people.IsIn).Order().ToList();
            if (Month.Of(AnchorOf(anchor, birth)) != month || children.Count == 0)
            {
                continue;
            }

            var placed = children.FirstOrDefault(child => people.District(child) is not ("unknown" or "outside"), children[0]);
            List<long> subjects = unit == "family" ? [.. children.SelectMany(child => Mothers(child, month))] : children;
            yield return new Unit(birth, children, subjects, [.. children.SelectMany(people.Parents)], people.District(placed), people.Team(placed));
        }
    }

    public static (DateOnly From, DateOnly To) Window(ReviewWindow window, DateOnly birth) => (
        birth.AddDays(window.FromDays ?? 0), window.ToMonths != null ? birth.AddMonths(window.ToMonths.Value) : birth.AddDays(window.ToDays!.Value));

    private static DateOnly AnchorOf(Offset anchor, DateOnly birth) =>
        anchor.Months != null ? birth.AddMonths(anchor.Months.Value) : birth.AddDays(anchor.Days!.Value);

    private DateOnly Birth(long person) => DateOnly.FromDateTime(rows.People.Patients.Single(p => p.RowIdentifier == person).DateBirth!.Value);

    private List<long> Mothers(long child, Month month) =>
    [
        .. rows.People.Relationships
            .Where(r => r.IDPatient == child && profile.MotherTypes.Any(type => NaivePeople.Same(type, r.RelationshipType)))
            .Where(r => (r.DateEvent == null || At(month).Begun(r.DateEvent)) && At(month).NotEnded(r.DateEnded))
            .Select(r => r.IDPatientRelationshipWith!.Value)
            .Order(),
    ];

    // Mother and birth date; children born within the span after the first of a birth belong to it. No known mother: one each.
    private IEnumerable<(DateOnly Birth, List<long> Children)> Families(Offset anchor)
    {
        var children = rows.People.Patients.Select(p => p.RowIdentifier)
            .Select(child => (Child: child, Birth: Birth(child), Mother: Mothers(child, Month.Of(AnchorOf(anchor, Birth(child)))).Cast<long?>().FirstOrDefault()))
            .OrderBy(child => child.Birth)
            .ToList();
        foreach (var (child, birth, _) in children.Where(child => child.Mother == null))
        {
            yield return (birth, [child]);
        }

        foreach (var siblings in children.Where(child => child.Mother != null).GroupBy(child => child.Mother))
        {
            var left = siblings.ToList();
            while (left.Count > 0)
            {
                var first = left[0].Birth;
                var together = left.Where(child => child.Birth <= first.AddDays(profile.FamilyBirthSpanDays)).ToList();
                yield return (first, [.. together.Select(child => child.Child)]);
                left.RemoveAll(together.Contains);
            }
        }
    }
}
