using System.Globalization;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using static FamilyHubs.Pipeline.Tests.Figures.Caseload.NaiveCaseloadRows;

namespace FamilyHubs.Pipeline.Tests.Figures.Caseload;

/// <summary>calculations.md 11 sentence by sentence over rows as objects. Slow and obvious.</summary>
internal sealed class NaiveCaseload(Profile profile, NaiveExtract rows, NaiveCaseloadRows more, DateTime d)
{
    private readonly NaivePeople _people = new(profile, rows, d);

    public IEnumerable<CaseloadFigure> Figures()
    {
        var children = _people.Everyone.Where(child => _people.IsUnder(5, child) && more.Referrals.Any(r => r.IDPatient == child && IsOpen(r))).ToList();
        foreach (var (level, code) in Places())
        {
            var here = children.Where(child => IsAt(child, level, code)).ToList();
            var wte = Wte(level, code);
            foreach (var tier in profile.Tiers)
            {
                var count = here.Count(child => TiersOf(child).Contains(tier.Code));
                yield return new CaseloadFigure(level, code, tier.Code, count, wte, wte > 0 ? count / wte : null);
            }
        }

        foreach (var count in profile.MonthlyCounts.Where(count => count.Source.Kind == "tierFamilies"))
        {
            var families = children.Where(child => TiersOf(child).Contains(count.Source.Tier!)).GroupBy(Key)
                .Select(family => family.OrderBy(child => _people.District(child) is "unknown" or "outside").ThenBy(child => child).First()).ToList();
            foreach (var (level, code) in Places())
            {
                yield return new CaseloadFigure(level, code, count.Id, families.Count(child => IsAt(child, level, code)), null, null);
            }
        }
    }

    private bool IsOpen(Referral referral) =>
        (referral.DateReferral ?? referral.DateEvent) is { } since && since.Date <= d && _people.NotEnded(referral.DateDischarge);

    // One of the levels, by the latest recorded start among those in force; each of the plans that apply.
    private HashSet<string> TiersOf(long child)
    {
        var inForce = profile.Tiers.Select(tier => (Tier: tier, Start: Start(tier, child))).Where(pair => pair.Start is not null).ToList();
        var level = inForce.Where(pair => pair.Tier.Kind == "level").OrderBy(pair => pair.Start).Select(pair => pair.Tier).LastOrDefault()
            ?? profile.Tiers.Single(tier => tier.Default);
        var plans = inForce.Where(pair => pair.Tier.Kind == "plan").Select(pair => pair.Tier.Code).ToHashSet();
        var counted = plans.Count > 0 && level.WhenPlanApplies != null ? level.WhenPlanApplies : level.Code;
        return [.. plans, counted];
    }

    private (DateTime, long)? Start(TierDefinition tier, long child)
    {
        var starts = (tier.Sources ?? []).Select(source => source.Kind == "group"
            ? _people.Groups(child).Contains(source.Group!) ? (default(DateTime), 0L) : ((DateTime, long)?)null
            : CodedStart(source, child)).Where(start => start is not null).ToList();
        return starts.Count == 0 ? null : starts.Max();
    }

    private (DateTime, long)? CodedStart(GroupSource source, long child)
    {
        var last = rows.Codes
            .Where(c => c.IDPatient == child && _people.Begun(c.DateEvent) && source.Start!.Concat(source.End!).Contains(c.CTV3Code, StringComparer.Ordinal))
            .OrderBy(c => c.DateEvent).ThenBy(c => c.RowIdentifier)
            .LastOrDefault();
        return last != null && source.Start!.Contains(last.CTV3Code, StringComparer.Ordinal) ? (last.DateEvent!.Value, last.RowIdentifier) : null;
    }

    private long Key(long child)
    {
        var links = rows.Relationships.Where(r => r.IDPatient == child && _people.Parents(child).Contains(r.IDPatientRelationshipWith ?? 0)
            && (r.DateEvent == null || _people.Begun(r.DateEvent)) && _people.NotEnded(r.DateEnded)).ToList();
        var mothers = links.Where(r => NaivePeople.Same(r.RelationshipType, "Mother") || r.RelationshipType == "2003").ToList();
        var carers = links.Where(r => r.PrincipalCarerForPatient == true).ToList();
        return mothers.Count > 0 ? mothers.Min(r => r.IDPatientRelationshipWith!.Value)
            : carers.Count > 0 ? carers.Min(r => r.IDPatientRelationshipWith!.Value)
            : _people.Parents(child).Order().Append(child).First();
    }

    private IEnumerable<(string Level, string Code)> Places() =>
    [
        ("area", profile.Geography.Area.Code),
        .. profile.Geography.Quadrants.Select(quadrant => ("quadrant", quadrant.Code)),
        .. profile.Geography.Quadrants.SelectMany(quadrant => quadrant.Districts).Select(district => ("district", district.Code)),
        .. _people.Everyone.Where(IsResident).Select(_people.Team).Append("none").Distinct().Select(team => ("team", team)),
        ("unknown", "unknown"),
        ("outside", "outside"),
    ];

    private bool IsResident(long person) => _people.District(person) is not ("unknown" or "outside");

    private bool IsAt(long person, string level, string code) => level switch
    {
        "area" => IsResident(person),
        "quadrant" => profile.Geography.Quadrants.Single(quadrant => quadrant.Code == code).Districts.Any(x => x.Code == _people.District(person)),
        "team" => IsResident(person) && _people.Team(person) == code,
        _ => _people.District(person) == code,
    };

    private double? Wte(string level, string code)
    {
        var month = d.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var all = more.Staff.Where(s => s.Month == month).ToList();
        bool In(StaffRow staff, IEnumerable<string> districts) =>
            profile.Geography.Teams.Any(team => NaivePeople.Same(team.Name, staff.Team) && districts.Contains(team.District));
        var here = level switch
        {
            "area" => all,
            "quadrant" => all.Where(s => In(s, profile.Geography.Quadrants.Single(quadrant => quadrant.Code == code).Districts.Select(x => x.Code))).ToList(),
            "district" => all.Where(s => In(s, [code])).ToList(),
            "team" when code != "none" => all.Where(s => NaivePeople.Same(s.Team, _people.TeamName(code))).ToList(),
            _ => [],
        };
        return here.Count == 0 ? null : (double)here.Sum(s => (decimal)s.Wte);
    }
}
