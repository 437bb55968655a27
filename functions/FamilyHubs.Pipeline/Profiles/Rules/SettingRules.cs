using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>Names that the settings give: disclosure rules, charts, places to fill in of the mails.</summary>
internal static partial class SettingRules
{
    private static readonly string[] Placeholders = ["{place}", "{area}", "{week}", "{month}", "{state}"];

    public static void Check(Profile profile, ProfileErrors errors)
    {
        var rules = profile.Disclosure.Profiles.Keys;
        errors.Known("$.disclosure.mail", profile.Disclosure.Mail, rules, "disclosure rule");
        errors.Known("$.disclosure.snapshot", profile.Disclosure.Snapshot, rules, "disclosure rule");
        errors.Known("$.disclosure.pages", profile.Disclosure.Pages, rules, "disclosure rule");

        string[] figures =
        [
            .. profile.Kpis.Select(kpi => $"kpi:{kpi.Id}"),
            .. profile.OutcomeMeasures.Select(measure => $"outcome:{measure.Id}"),
            .. profile.Indicators.Select(indicator => $"indicator:{indicator.Id}"),
        ];
        for (var index = 0; index < profile.Spc.Rebase.Count; index++)
            errors.Known(JsonPath.Item("$.spc.rebase", index) + ".figure", profile.Spc.Rebase[index].Figure, figures, "figure");

        CheckText(profile.Mail.Weekly, "$.mail.weekly", errors);
        CheckText(profile.Mail.Monthly, "$.mail.monthly", errors);
        CheckText(profile.Mail.Alert, "$.mail.alert", errors);
    }

    private static void CheckText(MailText text, string path, ProfileErrors errors)
    {
        foreach (var (field, value) in new[] { ("subject", text.Subject), ("introduction", text.Introduction ?? "") })
            foreach (Match placeholder in Placeholder().Matches(value))
                errors.Known($"{path}.{field}", placeholder.Value, Placeholders, "place to fill in");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
