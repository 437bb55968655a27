using System.Globalization;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>Every measure of a profile in words: KPIs, national view, outcome measures, indicators, caseload, priority groups, in this order.</summary>
public static class DefinitionList
{
    private const string None = "–";

    public static IReadOnlyList<MeasureDefinition> Of(Profile profile) =>
    [
        .. profile.Kpis.Select(kpi => Kpi(profile, kpi)),
        .. profile.National.Select(indicator => National(profile, indicator)),
        .. profile.OutcomeMeasures.Where(measure => measure.MergedInto is null).Select(measure => Outcome(profile, measure)),
        .. profile.Indicators.Select(indicator => IndicatorWords.Of(profile, indicator)),
        .. profile.Tiers.Select(tier => new MeasureDefinition(
            DefinitionKinds.Caseload, tier.Code, tier.Name, "Children under five with an open referral at the month's end, in this tier", None, "month's end", "SystmOne: referrals and tier records", None)),
        .. profile.MonthlyCounts.Select(count => new MeasureDefinition(
            DefinitionKinds.Caseload, count.Id, count.Name, count.Name, None, "in the month", CountSource(profile, count), None)),
        .. profile.PriorityGroups.Select(group => new MeasureDefinition(
            DefinitionKinds.PriorityGroup, group.Code, group.Name, "People in the group on the Sunday of the week", None,
            group.ExpiresAfterMonths is { } months ? $"until {months} months after it was recorded, unless ended before" : "until it is ended",
            GroupSources(group), None)),
    ];

    private static MeasureDefinition Kpi(Profile profile, KpiDefinition kpi)
    {
        var review = $"{Article(kpi.Review)} {Words(kpi.Review)} review{(kpi is { ComponentRequired: true, Component: { } component } ? $" that includes {Words(component)}" : string.Empty)}";
        return new MeasureDefinition(
            DefinitionKinds.Kpi, kpi.Id, kpi.Title, $"Of these, those with {review} ({Modes(profile.CountedModes)}) within the window",
            $"{Unit(kpi.Unit)} whose {Anchor(kpi.Anchor)} falls in the period", Window(kpi.Window), Review(profile, kpi.Review), Target(kpi.Target, kpi.Polarity, "%"));
    }

    private static MeasureDefinition National(Profile profile, NationalIndicator indicator)
    {
        var whole = indicator.Of is { } of ? profile.National.FirstOrDefault(one => one.Id == of) : null;
        var review = indicator.Review ?? whole?.Review ?? string.Empty;
        var (numerator, denominator) = indicator.Kind switch
        {
            "count" => (indicator.Title, None),
            "share" => ($"Of these, those with {Article(review)} {Words(review)} review within the window", $"{Unit(indicator.Unit ?? string.Empty)} whose {Anchor(indicator.Anchor ?? new Offset(Days: 0))} falls in the quarter, to date"),
            "component" => ($"Of these, those that include {Words(indicator.Component ?? string.Empty)}", $"Reviews counted in {indicator.Of}"),
            "threshold" => ($"Of these, those at or above the threshold in {Shown.List([.. (indicator.Domains ?? []).Select(Words)])}", $"Reviews counted in {indicator.Of} with these scores"),
            _ => ($"Of these, those with the status {Shown.List([.. (indicator.Statuses ?? []).Select(Words)])}", $"The cohort of {indicator.Of}"),
        };
        return new MeasureDefinition(
            DefinitionKinds.National, indicator.Id, indicator.Title, numerator, denominator,
            (indicator.Window ?? whole?.Window) is { } window ? Window(window) : None, Review(profile, review), None);
    }

    private static MeasureDefinition Outcome(Profile profile, OutcomeMeasure measure) => new(
        DefinitionKinds.Outcome, measure.Id, measure.Title,
        "Of these, those whose outcome is achieved",
        $"People whose latest episode, started from {Shown.Day(profile.OutcomesFrom)} on, is completed with a known result",
        measure.Scope is { } scope ? $"cumulative, to the month's end; residents of {QuadrantName(profile, scope.Quadrant)}" : "cumulative, to the month's end",
        measure.PlanNames.Count > 0 ? $"SystmOne: care plans named {Shown.List([.. measure.PlanNames])}" : "Partners' return",
        measure.Targets.Count == 0 ? None : string.Join("; ", measure.Targets.OrderBy(target => target.Key, StringComparer.Ordinal).Select(target => $"{target.Key}: {Number(target.Value)}% or more")));

    internal static string Target(double? target, string polarity, string unit) => target is not { } value ? None
        : polarity switch
        {
            "lower" => $"{Number(value)}{unit} or less",
            "higher" => $"{Number(value)}{unit} or more",
            _ => $"{Number(value)}{unit}",
        };

    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string CountSource(Profile profile, MonthlyCount count) => count.Source.Kind switch
    {
        "questionnaire" => $"SystmOne: questionnaires named {Shown.List([.. count.Source.Names ?? []])}",
        "caf" or "cafConsentRefused" => "Return of the e-CAF system",
        "tierFamilies" => $"Caseload: families in {profile.Tiers.FirstOrDefault(tier => tier.Code == count.Source.Tier)?.Name ?? count.Source.Tier}",
        _ => "Partners' return",
    };

    private static string GroupSources(PriorityGroup group) => Shown.List([.. group.Sources.Select(source => source.Kind switch
    {
        "coded" => $"codes {string.Join(", ", source.Start ?? [])}",
        "patientGroup" => $"patient groups {string.Join(", ", source.Names ?? [])}",
        "personAtRisk" => "child protection plans",
        "estart" => "e-Start history",
        _ => Words(source.Kind),
    }).Distinct(StringComparer.Ordinal)]);

    private static string QuadrantName(Profile profile, string code) => profile.Geography.Quadrants.FirstOrDefault(quadrant => quadrant.Code == code)?.Name ?? code;

    private static string Review(Profile profile, string review) => !profile.Reviews.TryGetValue(review, out var definition) ? "SystmOne"
        : $"SystmOne: {Shown.List([.. new[]
        {
            definition.CsdsActivityTypes.Count > 0 ? $"activity types {string.Join(", ", definition.CsdsActivityTypes)}" : null,
            definition.Codes.Count > 0 ? $"codes {string.Join(", ", definition.Codes)}" : null,
        }.OfType<string>()])}";

    private static string Modes(IEnumerable<string> modes) => Shown.List([.. modes.Select(Words)]);

    private static string Unit(string unit) => unit switch { "family" => "Families", "child" => "Children", "mother" => "Mothers", _ => Words(unit) };

    private static string Anchor(Offset offset) => offset switch
    {
        { Months: { } months } => $"age of {months} months",
        { Days: 0 } => "birth",
        { Days: { } days } => $"{days}th day after birth",
        _ => "birth",
    };

    private static string Window(ReviewWindow window) => (window.FromDays, window.ToDays, window.ToMonths) switch
    {
        ({ } from, { } to, _) when from < 0 => $"from {-from} days to {-to} {(to == -1 ? "day" : "days")} before birth",
        ({ } from, { } to, _) when from > 0 => $"day {from} to day {to} after birth, both included",
        (_, { } to, _) => $"from birth to day {to}, included",
        (_, _, { } months) => $"from birth to the day on which the child is {months} months old, included",
        _ => None,
    };

    private static string Article(string word) => word is ['a' or 'e' or 'i' or 'o' or 'u', ..] && !word.StartsWith("one", StringComparison.Ordinal) ? "an" : "a";

    /// <summary>A name of the profile as words: <c>sixToEightWeeks</c> becomes <c>six to eight weeks</c>.</summary>
    internal static string Words(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && BeginsWord(name, at) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Replace("asq3", "ASQ-3", StringComparison.Ordinal);

    /// <summary>A capital after a small letter or before one, so that <c>AHalf</c> is two words and <c>GP</c> stays one.</summary>
    private static bool BeginsWord(string name, int at) =>
        char.IsUpper(name[at]) && (char.IsLower(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}
