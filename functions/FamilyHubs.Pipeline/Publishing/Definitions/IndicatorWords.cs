using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>An indicator in words, by its source.</summary>
internal static class IndicatorWords
{
    private const string None = "–";

    public static MeasureDefinition Of(Profile profile, IndicatorDefinition indicator)
    {
        var source = indicator.Source;
        var (numerator, denominator, window, from) = source.Kind switch
        {
            "kpi" => ($"As {source.Kpi}", $"As {source.Kpi}", "in the month", $"KPI {source.Kpi}"),
            "immunisation" => (
                $"Of these, those with {Shown.List([.. (source.Doses ?? []).Select(doses => $"{doses.Count} of {string.Join(", ", doses.Contents)}")])} by that age",
                $"Children who reach {source.AtMonths} months in the month", "by that birthday, included", "SystmOne: immunisations"),
            "breastfeeding" => (
                $"Of these, those with the status {Shown.List([.. (source.Statuses ?? []).Select(DefinitionList.Words)])} at the review", "Infants due the six to eight weeks review in the month", "within the review's window", "SystmOne: feeding status"),
            "groupCount" => (
                $"People{(source.UnderYears is { } years ? $" under {years} years" : string.Empty)} in the priority group {GroupName(profile, source.Group)} at the month's end", None, "month's end", "SystmOne: priority groups"),
            "timeliness" => (
                "Of these, those with the second event in time", $"Those whose time runs out in the month, counted from {Start(profile, source.From)}",
                source.Within is { } limit ? $"{limit.Days} {limit.Basis} days" : None, $"SystmOne: codes {string.Join(", ", source.To?.Codes ?? [])}"),
            _ => ("As returned", indicator.Unit == "count" ? None : "As returned", "as returned", $"Return of {indicator.Organisation}"),
        };
        return new MeasureDefinition(
            DefinitionKinds.Indicator, indicator.Id, indicator.Name, numerator, denominator, window, from,
            DefinitionList.Target(indicator.Target, indicator.Polarity, indicator.Unit == "percentage" ? "%" : string.Empty));
    }

    private static string Start(Profile profile, TimelinessStart? start) =>
        start?.Group is { } group ? $"joining {GroupName(profile, group)}" : $"a referral for {Shown.List([.. start?.ReferralReasons ?? []])}";

    private static string GroupName(Profile profile, string? code) => profile.PriorityGroups.FirstOrDefault(group => group.Code == code)?.Name ?? code ?? string.Empty;
}
