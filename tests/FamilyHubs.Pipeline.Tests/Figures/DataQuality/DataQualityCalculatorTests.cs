using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.Figures.DataQuality;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;

namespace FamilyHubs.Pipeline.Tests.Figures.DataQuality;

public sealed class DataQualityCalculatorTests
{
    [Fact]
    public async Task Compute_EventBeforeBirth_IsCountedByTable()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2018-01-10", "A").Code(1, "any", "2018-01-09").Code(1, "any", "2018-01-10").Code(1, "any", null).Code(1, "any", "2019-04-01")
            .Person(2, null, "A").Code(2, "any", "2010-01-01")
            .Add("SRCarePlanReview", new { IDPatient = 1, DatePerformed = "2017-12-31" }, new { IDPatient = 77, DatePerformed = "2017-12-31" }));

        Assert.Equal((1, 2, 50.0), Of(figures, "event-before-birth", "SRCode"));
        Assert.Equal((1, 1, 100.0), Of(figures, "event-before-birth", "SRCarePlanReview"));
        Assert.Equal((0, 0, null), Of(figures, "event-before-birth", "SRImmunisation"));
    }

    [Fact]
    public async Task Compute_NhsNumber_IsCountedWhereThePersonLives()
    {
        var figures = await ComputeAsync(tables => tables
            .Add(
                "SRPatient",
                new { RowIdentifier = 1, DateBirth = "2018-01-01", NHSNumberValid = (bool?)true },
                new { RowIdentifier = 2, DateBirth = "2018-01-01", NHSNumberValid = (bool?)false },
                new { RowIdentifier = 3, DateBirth = "2018-01-01", NHSNumberValid = (bool?)null },
                new { RowIdentifier = 4, DateBirth = "2018-01-01", NHSNumberValid = (bool?)false })
            .Add("SRPatientAddressHistory", Enumerable.Range(1, 3).Select(id => new { RowIdentifier = id, IDPatient = id, DateEvent = "2018-01-01", PostcodeKey = "pA" })));

        Assert.Equal((1, 2, 50.0), Of(figures, QualityRules.NhsNumber, "SRPatient"));
        Assert.Equal((1, 2, 50.0), Of(figures, QualityRules.NhsNumber, "SRPatient", "A"));
        Assert.Equal((1, 1, 100.0), Of(figures, QualityRules.NhsNumber, "SRPatient", "unknown"));
    }

    [Fact]
    public async Task Compute_Homes_AreThoseOfChildren()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2018-01-01", null).Person(2, "2018-01-01", "A").Person(3, "2018-01-01", "Nowhere").Person(4, "2001-03-31", null).Person(5, "2018-01-01", "Z"));

        Assert.Equal((1, 4, 25.0), Of(figures, FindingRules.ChildNoHome, "SRPatientAddressHistory"));
        Assert.Equal((1, 3), (Of(figures, FindingRules.HomeNotInReference, "SRPatientAddressHistory").Failed, Of(figures, FindingRules.HomeNotInReference, "SRPatientAddressHistory").Checked));
    }

    [Fact]
    public async Task Compute_GroupOfADeadPerson_ShouldHaveEnded()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "1980-01-01", "A", death: "2019-03-31").Code(1, "S1", "2018-01-01")
            .Person(2, "1980-01-01", "A", death: "2019-01-01").Code(2, "S1", "2018-01-01").Code(2, "E1", "2019-01-02")
            .Person(3, "1980-01-01", "A", death: "2019-04-01").Code(3, "S1", "2018-01-01")
            .Person(4, "1980-01-01", "A", death: "2019-01-01").Code(4, "S1", "2018-01-01").Add("SRNDOptOutPreference", new { IDPatient = 4 }));

        Assert.Equal((1, 2, 50.0), Of(figures, QualityRules.GroupNotEnded, "SRPatient"));
    }

    [Theory]
    [InlineData("2018-06-04", "2019-03-31", 0, 1)] // 300 days later
    [InlineData("2018-06-03", "2019-03-31", 1, 1)]
    [InlineData("2018-06-04", null, 1, 1)]
    [InlineData("2018-06-05", null, 0, 0)] // may still come
    public async Task Compute_AntenatalContact_NeedsABirth(string contact, string? birth, long failed, long all)
    {
        var figures = await ComputeAsync(tables =>
        {
            tables.Person(1, "1990-01-01", "A").Code(1, "YEa57", contact).Code(1, "YEa58", contact);
            return birth is null ? tables : tables.Person(2, birth, "A").Mother(2, 1);
        });

        Assert.Equal((failed, all), figures.Where(figure => figure.Rule == QualityRules.NoBirthAfterContact && figure.Code == "T").Select(figure => (figure.Failed!.Value, figure.Checked!.Value)).SingleOrDefault());
    }

    [Fact]
    public async Task Compute_ContactsOfTheMonth_AreAscertainedByTheTemplate()
    {
        var figures = await ComputeAsync(tables => tables
            .Person(1, "2018-01-01", "A").Person(2, "2018-01-01", "B").Person(3, "2010-01-01", "A")
            .Add("SRTemplate", new { RowIdentifier = 500, TemplateName = "Priority Groups v3" })
            .Add(
                "SREvent",
                new { RowIdentifier = 1, IDPatient = 1, DateEvent = "2019-03-01", ContactMethod = "Telephone" },
                new { RowIdentifier = 2, IDPatient = 1, DateEvent = "2019-03-31 20:00", ContactMethod = "Telephone" },
                new { RowIdentifier = 3, IDPatient = 2, DateEvent = "2019-03-15", ContactMethod = "Telephone" },
                new { RowIdentifier = 4, IDPatient = 2, DateEvent = "2019-02-28", ContactMethod = "Telephone" },
                new { RowIdentifier = 5, IDPatient = 3, DateEvent = "2019-03-15", ContactMethod = "Telephone" })
            .Add(
                "SRCode",
                new { RowIdentifier = 1, IDPatient = 1, CTV3Code = "any", DateEvent = "2019-03-31 09:00", IDTemplate = 500 },
                new { RowIdentifier = 2, IDPatient = 2, CTV3Code = "any", DateEvent = "2019-03-15", IDTemplate = 501 }));

        Assert.Equal((2, 3), (Of(figures, FindingRules.NotAscertained, "SREvent").Failed, Of(figures, FindingRules.NotAscertained, "SREvent").Checked));
        Assert.Equal((1, 2, 50.0), Of(figures, FindingRules.NotAscertained, "SREvent", "A"));
        Assert.Equal((1, 1, 100.0), Of(figures, FindingRules.NotAscertained, "SREvent", "B"));
    }

    [Fact]
    public async Task Compute_FindingsOfTheReaderAndOfOtherFigures_StandForTheArea()
    {
        var context = await new MonthTables(await SmallArea.ProfileAsync()).ContextAsync("2019-03");
        context.Add(new Finding("some-rule", "SRCode", 1, 10), new Finding("some-rule", "SRCode", 2, 30));
        var inputs = Inputs() with { Ingest = [new Finding("unreadable-date", "SRCode", 4, 100), new Finding(QualityRules.NhsNumber, "SRPatient", 9, 9)] };

        var figures = await DataQualityCalculator.ComputeAsync(context, inputs, CancellationToken.None);

        Assert.Equal((3, 40, 7.5), Of(figures, "some-rule", "SRCode"));
        Assert.Equal((4, 100, 4.0), Of(figures, "unreadable-date", "SRCode"));
        // The reader's count of one file does not come on top of that of the lake.
        Assert.DoesNotContain(figures, figure => figure.Rule == QualityRules.NhsNumber);
    }

    [Theory]
    [InlineData(60, 40, 0)] // exactly 100 %
    [InlineData(60, 41, 1)]
    public async Task Compute_NewBirthVisits_AreAtMostAll(int c2, int c3, long failed)
    {
        var figures = await ComputeAsync(tables => tables, [National("C2", c2), National("C3", c3)]);

        Assert.Equal((failed, 1, 100.0 * failed), Of(figures, QualityRules.NewBirthVisits, "National"));
    }

    [Theory]
    [InlineData(50, 50, 0)]
    [InlineData(49, 50, 1)]
    public async Task Compute_ReviewsBy15Months_AreNotFewerThanThoseBy12(int c5, int c4, long failed)
    {
        var figures = await ComputeAsync(tables => tables, [National("C4", c4), National("C5", c5)]);

        Assert.Equal((failed, 1, 100.0 * failed), Of(figures, QualityRules.OneYearReviews, "National"));
    }

    [Fact]
    public async Task Compute_NationalIndicatorMissing_IsNotChecked()
    {
        var figures = await ComputeAsync(tables => tables, [National("C2", 50), new NationalFigure("C4", "2018/19 Q4", 0, 0, null), National("C5", 1)]);

        Assert.DoesNotContain(figures, figure => figure.Table == "National");
    }

    [Fact]
    public async Task Compute_KpiOutsideItsLimits_IsCounted()
    {
        // Twenty months at 50 %, the last at 100 %.
        var figures = await ComputeAsync(tables =>
        {
            var id = 1L;
            for (var month = new DateOnly(2016, 8, 10); month <= new DateOnly(2018, 3, 10); month = month.AddMonths(1))
            {
                for (var child = 0; child < 10; child++, id++)
                {
                    tables.Person(id, month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "A");
                    // One more or less from month to month, so that there is a moving range.
                    if (child < 5 + (month.Month % 2) || month.Year == 2018 && month.Month == 3)
                    {
                        tables.Code(id, "YEa62", month.AddMonths(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                    }
                }
            }

            return tables;
        });

        Assert.Equal((1, 1, 100.0), Of(figures, QualityRules.KpiOutsideLimits, "KpiMonthly"));
        Assert.Equal((1, 1, 100.0), Of(figures, QualityRules.KpiOutsideLimits, "KpiMonthly", "A"));
    }

    [Fact]
    public async Task Compute_Figures_AreOnceEachAndInOrder()
    {
        var figures = await ComputeAsync(tables => tables.Person(1, "2018-01-01", "A").Code(1, "any", "2018-01-09"));

        Assert.Equal(figures.Count, figures.Select(figure => (figure.Rule, figure.Table, figure.Level, figure.Code)).Distinct().Count());
        Assert.Equal(figures.OrderBy(figure => figure.Rule, StringComparer.Ordinal).Select(figure => figure.Rule), figures.Select(figure => figure.Rule));
        Assert.All(figures, figure => Assert.InRange(figure.Failed!.Value, 0, figure.Checked!.Value));
        Assert.All(figures, figure => Assert.Equal(figure.Checked == 0, figure.Percentage is null));
    }

    private static (long Failed, long Checked, double? Percentage) Of(IReadOnlyList<DataQualityFigure> figures, string rule, string table, string code = "T")
    {
        var figure = figures.Single(one => one.Rule == rule && one.Table == table && one.Code == code);
        return (figure.Failed!.Value, figure.Checked!.Value, figure.Percentage);
    }

    private static NationalFigure National(string id, int numerator) => new(id, "2018/19 Q4", numerator, 100, numerator);

    private static QualityInputs Inputs(IReadOnlyList<NationalFigure>? national = null) => new(ContractCatalog.Shipped, [], national ?? []);

    private static async Task<IReadOnlyList<DataQualityFigure>> ComputeAsync(
        Func<MonthTables, MonthTables> fill, IReadOnlyList<NationalFigure>? national = null)
    {
        var context = await fill(new MonthTables(await SmallArea.ProfileAsync())).ContextAsync("2019-03");
        return await DataQualityCalculator.ComputeAsync(context, Inputs(national), CancellationToken.None);
    }
}
