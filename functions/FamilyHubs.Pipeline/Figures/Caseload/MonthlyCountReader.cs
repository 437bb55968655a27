using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Indicators;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>Counts of the month that the profile names (calculations.md 11), from questionnaires, the e-CAF return, the caseload and other returns.</summary>
internal sealed class MonthlyCountReader
{
    private readonly MonthlyContext _context;
    private readonly CafReader _cafs;
    private readonly IndicatorReturnReader _returns;
    private readonly TeamCodes _teams;
    private readonly Dictionary<string, QuestionnaireReader> _questionnaires = new(StringComparer.Ordinal);

    public MonthlyCountReader(MonthlyContext context)
    {
        _context = context;
        _cafs = new CafReader(context.Profile.Geography, context.Month);
        _teams = new TeamCodes(context.Places.Places);
        _returns = new IndicatorReturnReader(
            [.. context.Profile.MonthlyCounts.Where(count => count.Source.Kind == "return").Select(ReturnOf)]);
        foreach (var count in context.Profile.MonthlyCounts.Where(count => count.Source.Kind == "questionnaire"))
        {
            _questionnaires[count.Id] = new QuestionnaireReader(context.Population.People, count.Source.Names ?? [], context.Month);
        }
    }

    public IReadOnlyList<ITableReader> Readers =>
        [_cafs, _returns, _teams, .. _questionnaires.Values, .. _questionnaires.Values.Select(reader => reader.Answers)];

    public IEnumerable<Finding> Findings
    {
        get
        {
            var teams = _cafs.Teams;
            return
            [
                .. _questionnaires.Values.Select(reader => reader.Undated),
                _returns.UnknownLevel,
                new Finding(QualityRules.ReturnUnknownTeam, _cafs.Table, teams.Count(team => _teams.Find(team) is null), teams.Count),
                new Finding(QualityRules.ReturnUnknownRole, _cafs.Table, _cafs.OtherRoles, _cafs.Rows),
            ];
        }
    }

    /// <summary>The figures, count by count, where there is something to count. A count that no return gave is null for the area: missing is missing.</summary>
    public IEnumerable<CaseloadFigure> Figures(CaseloadChildren caseload) => _context.Profile.MonthlyCounts.SelectMany(count => count.Source.Kind switch
    {
        "questionnaire" => OfPersons(count, _questionnaires[count.Id].Answered),
        "caf" => OfTeams(count, _cafs.OfRole(count.Source.Role ?? string.Empty)),
        "cafConsentRefused" => OfTeams(count, _cafs.ConsentRefused),
        "tierFamilies" => OfPersons(count, caseload.FamiliesOf(TierOf(count))),
        "return" => OfReturns(count),
        _ => throw new ArgumentException($"Count {count.Id} of the profile has a source of unknown kind {count.Source.Kind}.", nameof(caseload)),
    });

    private static string ReturnOf(MonthlyCount count) => count.Source.Indicator ?? count.Id;

    private int TierOf(MonthlyCount count)
    {
        for (var tier = 0; tier < _context.Profile.Tiers.Count; tier++)
        {
            if (_context.Profile.Tiers[tier].Code == count.Source.Tier)
            {
                return tier;
            }
        }

        throw new ArgumentException($"Count {count.Id} of the profile names the tier {count.Source.Tier}, which the profile does not have.", nameof(count));
    }

    /// <summary>Persons where they live at the month's end; who is out counts nowhere.</summary>
    private IEnumerable<CaseloadFigure> OfPersons(MonthlyCount count, IReadOnlyCollection<int> persons)
    {
        var places = _context.Places.Places;
        var counts = new int[places.Count];
        Span<int> buffer = stackalloc int[PlaceRows.MostPerPerson];
        foreach (var person in persons)
        {
            foreach (var place in _context.Places.Of(person, buffer))
            {
                counts[place]++;
            }
        }

        return places.Zip(counts, (place, number) => Figure(count, place.Level, place.Code, number));
    }

    /// <summary>Of a return by team: the area always, other places that it says something about.</summary>
    private IEnumerable<CaseloadFigure> OfTeams(MonthlyCount count, TeamNumbers numbers)
    {
        foreach (var place in _context.Places.Places.Where(place => place.Level is Levels.Area or Levels.Quadrant or Levels.District))
        {
            if (place.Level == Levels.Area || numbers.Of(place) is not null)
            {
                yield return Figure(count, place.Level, place.Code, (int?)numbers.Of(place));
            }
        }

        foreach (var team in numbers.Teams.Order(StringComparer.Ordinal))
        {
            if (_teams.Find(team) is { } code)
            {
                yield return Figure(count, Levels.Team, code, (int?)numbers.Of(new Place(Levels.Team, code, team)));
            }
        }
    }

    /// <summary>Of any return: the places that it names; what several partners send in is added up.</summary>
    private IEnumerable<CaseloadFigure> OfReturns(MonthlyCount count)
    {
        var rows = _returns.Rows.Of(ReturnOf(count)).Where(row => row.Period == _context.Month.ToString()).ToArray();
        var area = _context.Places.Places[0];
        var places = ReturnPlaces.InOrder(rows.Select(row => ReturnPlaces.PlaceOf(row, _teams)).Append((area.Level, area.Code)), _context.Places.Places);
        foreach (var place in places)
        {
            var numbers = rows.Where(row => ReturnPlaces.PlaceOf(row, _teams) == place).Select(row => row.Value ?? row.Numerator).OfType<double>().ToArray();
            yield return Figure(
                count, place.Level, place.Code, numbers.Length == 0 ? null : (int)Math.Round(numbers.Sum(), MidpointRounding.AwayFromZero));
        }
    }

    private static CaseloadFigure Figure(MonthlyCount count, string level, string code, int? number) => new(level, code, count.Id, number, Wte: null, PerWte: null);
}
