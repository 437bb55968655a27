using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Publishing.Documents;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Statistics;

namespace FamilyHubs.Pipeline.Publishing.Monthly;

/// <summary>The sections of a month's mail: narrower than those of the page, for the first place of the reader with the area beside it.</summary>
internal sealed class MonthlyMailSections(MonthlyMailView mail, MonthlyPlaces places)
{
    private const string ThisMonth = "month";
    private const string YearToDate = "ytd";

    /// <summary>Charts of a manager's mail: those that ask for attention. A commissioner gets them all.</summary>
    private const int MostCharts = 2;
    private const int MostFindings = 5;

    private readonly MonthlyView _view = mail.Month;
    private readonly Place _place = places.Catchment.Places[0];

    /// <summary>Null when the area has no KPI.</summary>
    public Section? Kpis() => _view.Report.Kpis.Count == 0
        ? null
        : new Section("kpis", "Key performance indicators", [.. places.Shown.Select(KpisOf)]);

    /// <summary>The KPIs side by side for the parts of a commissioner's area; null for others, and for an area of one part.</summary>
    public Section? Parts()
    {
        var quadrants = places.Catchment.Quadrants;
        return mail.IsCommissioner && places.Catchment.IsWholeArea && quadrants.Count > 1 && _view.Report.Kpis.Count > 0
            ? new Section(
                "parts", $"By {PlainText.Clean(_view.Profile.LevelNames.Quadrant).ToLowerInvariant()}",
                [PartsOf(quadrants, ThisMonth, Shown.Month(Month.Parse(_view.Report.Month))), PartsOf(quadrants, YearToDate, "year to date")])
            : null;
    }

    /// <summary>Null when no indicator has two months that may be shown.</summary>
    public Section? Trends()
    {
        var wanted = _view.Profile.Kpis.Where(kpi => mail.IsCommissioner || RowOf(kpi.Id, _place) is { Rag: not (null or Rag.Green) });
        List<Block> blocks = [.. wanted.Take(mail.IsCommissioner ? int.MaxValue : MostCharts).SelectMany(kpi => KpiChart.Of(_view, kpi, _place))];
        return blocks.Count == 0 ? null : new Section("trends", mail.IsCommissioner ? "Trends" : "Trends of what is below target", blocks);
    }

    /// <summary>Null when nobody has a plan of a measure.</summary>
    public Section? Outcomes()
    {
        var rows = _view.Report.Outcomes
            .Where(row => row.StartYear is null && row.Level == _place.Level && row.Code == _place.Code && (row.Cohort is null || row.Cohort > 0))
            .ToList();
        return rows.Count == 0
            ? null
            : new Section("outcomes", "Outcome measures",
            [
                new DataTable(
                    $"Outcome measures of {_place.Name}: everyone with a plan since {Shown.Day(_view.Profile.OutcomesFrom)}, once in each",
                    [
                        new DataColumn("Measure", false), new DataColumn("Cohort", false), new DataColumn("Active"), new DataColumn("Completed"), new DataColumn("Achieved"),
                        new DataColumn("Target"), new DataColumn("Result", false),
                    ],
                    [
                        .. rows.Select(row => (IReadOnlyList<string>)
                        [
                            OutcomeSections.NameOf(_view.Profile, row.Measure), Shown.Count(row.Cohort), Shown.Count(row.Active), Shown.Count(row.Completed),
                            Shown.Percent(row.AchievedPercentage, row.Suppressed), Target(row.Target), StateWords.OfRag(row.Rag),
                        ]),
                    ])
                {
                    HasLongHeadings = true,
                },
            ]);
    }

    /// <summary>Null when the area has no indicators here.</summary>
    public Section? Indicators() => IndicatorSections.TableOf(_view, _place) is { Rows.Count: > 0 } table
        ? new Section("indicators", "Locality dashboard", [table with { HasLongHeadings = true }])
        : null;

    /// <summary>For managers; null when the area has no tiers.</summary>
    public Section? Caseload() => !mail.IsCommissioner && CaseloadSections.TableOf(_view, _place) is { Rows.Count: > 0 } table
        ? new Section("caseload", "Caseload", [table])
        : null;

    /// <summary>What was found wrong with the records behind the figures; null when nothing was.</summary>
    public Section? NotRecorded()
    {
        var failed = _view.Report.DataQuality
            .Where(row => row.Failed > 0 && places.Shown.Any(place => place.Level == row.Level && place.Code == row.Code))
            .OrderByDescending(row => row.Failed).ThenBy(row => row.Rule, StringComparer.Ordinal)
            .Take(MostFindings)
            .Select(row => $"{QualitySections.Sentence(row.Rule)}: {Shown.Count(row.Failed)} of {Shown.Count(row.Checked)}")
            .ToList();
        return failed.Count == 0 ? null : new Section("data-quality", "What is not right yet in the records", [new Callout("Most often", failed)]);
    }

    /// <summary>Null when no month was revised.</summary>
    public Section? Revised() => mail.Revised.Count == 0
        ? null
        : new Section("revised", "What changed of earlier figures",
        [
            new Paragraph("Late records change figures of past months. Each snapshot stays as it was; a new revision lists what differs and by how much."),
            new DataTable(
                "Revised months",
                [new DataColumn("Month", false), new DataColumn("Revision"), new DataColumn("Figures that changed")],
                [.. mail.Revised.Select(row => (IReadOnlyList<string>)[Shown.Month(Month.Parse(row.Month)), Shown.Count(row.Revision), Shown.Count(row.Changes)])]),
        ]);

    /// <summary>What a mail may not hold, and where it is.</summary>
    public Section BehindTheLink() => new("more", mail.IsCommissioner ? "The files" : "On the sign-in page",
    [
        new Bullets(mail.IsCommissioner
            ?
            [
                "Every figure after disclosure control, one row each, as Parquet and CSV, with a data dictionary and a manifest of what changed.",
                "They open in Excel, Power BI, Python, R and SQL. A published revision is never changed.",
            ]
            :
            [
                $"The families most in need in {places.Catchment.Name}, with the support they have, and Family Voice.",
                "Outcome activity by practitioner, for those who lead a team.",
                "Every indicator and measure by place, and what late records changed.",
            ]),
    ]);

    private DataTable KpisOf(Place place) => new(
        $"Key performance indicators of {place.Name}",
        [
            new DataColumn("Indicator", false), new DataColumn("Met, of all", false), new DataColumn("This month"), new DataColumn("Change"),
            new DataColumn("Year to date"), new DataColumn("Target"), new DataColumn("Result", false),
        ],
        [
            .. _view.Profile.Kpis.Select(kpi => RowOf(kpi.Id, place)).OfType<KpiFigure>().Select(row => (IReadOnlyList<string>)
            [
                KpiSections.NameOf(_view.Profile, row.Kpi), $"{Shown.Count(row.Numerator)} of {Shown.Count(row.Denominator)}",
                Shown.Percent(row.Percentage, row.Suppressed), Since(row), Year(row, place), Target(row.Target), Result(row),
            ]),
        ])
    {
        HasLongHeadings = true,
    };

    private DataTable PartsOf(IReadOnlyList<Place> parts, string period, string title) => new(
        $"Share that met each indicator, {title}",
        [
            new DataColumn(PlainText.Clean(_view.Profile.LevelNames.Quadrant), false),
            .. _view.Profile.Kpis.Select(kpi => new DataColumn(PlainText.Clean(kpi.Id, most: 20))),
        ],
        [.. parts.Select(part => (IReadOnlyList<string>)[part.Name, .. _view.Profile.Kpis.Select(kpi => Share(RowOf(kpi.Id, part, period)))])])
    {
        HasLongHeadings = true,
    };

    private static string Share(KpiFigure? row) => row is null ? Shown.None : Shown.Percent(row.Percentage, row.Suppressed);

    private KpiFigure? RowOf(string kpi, Place place, string period = ThisMonth) =>
        _view.Report.Kpis.FirstOrDefault(row => row.Kpi == kpi && row.Level == place.Level && row.Code == place.Code && row.Period == period);

    private string Year(KpiFigure month, Place place) =>
        RowOf(month.Kpi, place, YearToDate) is { } year ? Shown.Percent(year.Percentage, year.Suppressed) : Shown.None;

    /// <summary>The difference in points to the month before, as its snapshot shows it.</summary>
    private string Since(KpiFigure row)
    {
        var month = Month.Parse(_view.Report.Month).Previous.ToString();
        var before = _view.Details.Trends.FirstOrDefault(one => one.Kpi == row.Kpi && one.Level == row.Level && one.Code == row.Code && one.Month == month);
        return row.Percentage is { } now && before is { Denominator: > 0 }
            ? Shown.Difference(now - Percentage.Of(before.Numerator, before.Denominator))
            : row.Suppressed ? Shown.Suppressed : Shown.None;
    }

    private static string Result(KpiFigure row) => row.Mark is null && row.Rag is null
        ? row.Suppressed ? Shown.Suppressed : Shown.None
        : $"{StateWords.OfRag(row.Rag)}, {StateWords.OfMark(row.Mark)}";

    private static string Target(double? target) => target is null ? Shown.None : $"{Shown.Number(target)}%";
}
