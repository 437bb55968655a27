using AngleSharp.Html.Dom;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Profiles;
using FamilyHubs.Pipeline.Publishing.Monthly;
using FamilyHubs.Pipeline.Publishing.Weekly;
using FamilyHubs.Pipeline.Tests.Figures.Monthly;
using FamilyHubs.Pipeline.Tests.Figures.PriorityGroups;
using FamilyHubs.Pipeline.Tests.Publishing.Weekly;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyHubs.Pipeline.Tests.Publishing.Monthly;

/// <summary>April 2019 of the small area, for its page: three districts, a near miss, two families in need, two practitioners.</summary>
internal static class SampleMonth
{
    public const string Month = "2019-04";

    public static MonthlyCase Case()
    {
        var extract = new MonthlyCase()
            .Person(1, "2019-03-10").Person(2, "2019-03-11").Person(3, "2019-03-12", "pC")
            .Person(11, "1990-01-01").Person(13, "1991-01-01", "pC")
            .Parent(1, 11).Parent(2, 11).Parent(3, 13)
            .Review(1, MonthlyCase.NewBirth, "2019-03-20", MonthlyCase.Wellbeing)
            .Review(2, MonthlyCase.NewBirth, "2019-03-20")
            .Review(3, MonthlyCase.NewBirth, "2019-04-01", MonthlyCase.Wellbeing)
            .Code(11, "S1", "2019-01-05").Code(13, "S6", "2019-01-05");
        for (var month = 1; month <= 14; month++)
        {
            var birth = new DateOnly(2018, 1, 5).AddMonths(month);
            extract.Person(100 + month, $"{birth:yyyy-MM-dd}").Review(100 + month, MonthlyCase.NewBirth, $"{birth.AddDays(3):yyyy-MM-dd}", MonthlyCase.Wellbeing);
        }

        return extract;
    }

    public static async Task<MonthlyComputation> ComputeAsync(MonthlyCase? extract = null)
    {
        var plan = (await SmallArea.ProfileAsync()).OutcomeMeasures.First(measure => measure.PlanNames.Count > 0 && measure.Scope is null).PlanNames[0];
        return await (extract ?? Case())
            .Add("SRCarePlanDetail", new { RowIdentifier = 501, IDPatient = 1, DateEvent = "2019-04-02", IDDoneBy = 71, NameOfCarePlanUsed = plan })
            .Add("SRCarePlanDetail", new { RowIdentifier = 502, IDPatient = 3, DateEvent = "2019-04-02", IDDoneBy = 72, NameOfCarePlanUsed = plan })
            .ComputeAsync(Month);
    }

    public static async Task<IHtmlDocument> PageAsync(
        string code, MonthlyComputation? computation = null, bool families = true, bool practitioners = true, Func<MonthlyView, MonthlyView>? change = null)
    {
        var found = computation ?? await ComputeAsync();
        var profile = await SmallArea.ProfileAsync();
        var view = new MonthlyView(
            found.Report with { Families = families ? found.Report.Families : null, Practitioners = practitioners ? found.Report.Practitioners : null },
            found.Details,
            profile,
            new Reader("Sam Manager", [code]),
            new ReportFacts(new DateTime(2019, 5, 1, 2, 0, 0), 1234, 5, "The figures were drawn from SystmOne as it stood on 1 May 2019.", "abcd", null, new DateOnly(2019, 6, 7)),
            new DisclosureRule(0, 0));
        return Composed.Parse(await new MonthlyPageComposer(NullLoggerFactory.Instance).ComposeAsync(change?.Invoke(view) ?? view, CancellationToken.None));
    }
}
