namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>The weekly report as single figures for table storage. A set of groups is named by its codes joined with <c>+</c>.</summary>
public static class WeeklyFigureRows
{
    public static IReadOnlyList<Figure> Of(WeeklyReport report)
    {
        List<Figure> figures = [];
        foreach (var total in report.Totals)
        {
            Add("totals", total.Level, total.Code, string.Empty, "memberships", total.Memberships);
            Add("totals", total.Level, total.Code, string.Empty, "people", total.People);
            Add("totals", total.Level, total.Code, string.Empty, "children", total.Children);
            Add("totals", total.Level, total.Code, string.Empty, "adults", total.Adults);
            Add("totals", total.Level, total.Code, string.Empty, "childMemberships", total.ChildMemberships);
            Add("totals", total.Level, total.Code, string.Empty, "adultMemberships", total.AdultMemberships);
        }

        foreach (var group in report.Groups)
        {
            Add("groups", group.Level, group.Code, group.Group, "memberships", group.Memberships, group.Rank);
            Add("groups", group.Level, group.Code, group.Group, "children", group.Children);
            Add("groups", group.Level, group.Code, group.Group, "adults", group.Adults);
        }

        foreach (var district in report.UnderFivesByDistrict)
        {
            var level = district.Code is "unknown" or "outside" ? district.Code : "district";
            Add("underFivesByDistrict", level, district.Code, string.Empty, "children", district.Children, district.Rank);
        }

        foreach (var group in report.UnderFivesByGroup)
        {
            Add("underFivesByGroup", group.Level, group.Code, group.Group, "children", group.Children, group.Rank);
        }

        foreach (var set in report.Combinations)
        {
            Add("combinations", set.Level, set.Code, string.Join('+', set.Groups), "children", set.Children, set.Rank);
        }

        foreach (var set in report.Triples)
        {
            Add("triples", set.Level, set.Code, string.Join('+', set.Groups), "children", set.Children, set.Rank);
        }

        foreach (var reach in report.MeaningfulReach)
        {
            figures.Add(new Figure(
                "meaningfulReach", reach.Level, reach.Code, string.Empty, "percentage", reach.Percentage, reach.Ascertained, reach.Contacts));
        }

        foreach (var change in report.Change)
        {
            Add("change", change.Level, change.Code, change.Group, "difference", change.Difference);
        }

        return figures;

        void Add(string section, string level, string code, string item, string measure, int? count, int? rank = null) =>
            figures.Add(new Figure(section, level, code, item, measure, count, Rank: rank));
    }
}
