namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class ProfileRulesTests
{
    private const string Group = "{ \"code\": \"PG28\", \"name\": \"New group\", \"sources\": [{ \"kind\": \"coded\", \"start\": [\"YEb00\"], \"end\": [] }] }";
    private const string Kpi = "{ \"id\": \"2.01\", \"title\": \"T\", \"unit\": \"child\", \"anchor\": { \"days\": 0 }, \"window\": { \"toDays\": 1 },"
        + " \"review\": \"oneYear\", \"componentRequired\": false, \"target\": null, \"polarity\": \"higher\" }";

    [Theory]
    // What the file is for.
    [InlineData("area", "\"kent\"", "$.area")]
    // Contacts and relationships.
    [InlineData("extract/qualifier", "\",\"", "$.extract.qualifier")]
    [InlineData("contacts/modes/video/1", "\"TELEPHONE \"", "$.contacts.modes.video[1]")]
    [InlineData("contacts/notAttendedStatuses/0", "\" finished\"", "$.contacts.notAttendedStatuses[0]")]
    [InlineData("motherTypes/0", "\"Aunt\"", "$.motherTypes[0]")]
    // Before and after.
    [InlineData("progress", "{ \"from\": \"2013/15\", \"indicators\": [\"staff-available\"] }", "$.progress.from")]
    [InlineData("progress", "{ \"from\": \"2013/14\", \"indicators\": [\"staff-available\", \"happiness\"] }", "$.progress.indicators[1]")]
    // Geography.
    [InlineData("geography/quadrants/1/code", "\"NE\"", "$.geography.quadrants[1].code")]
    [InlineData("geography/quadrants/1/districts/0/code", "\"E10000012\"", "$.geography.quadrants[1].districts[0].code")]
    [InlineData("geography/quadrants/3/code", "\"unknown\"", "$.geography.quadrants[3].code")]
    [InlineData("geography/teams/1/name", "\"colchester healthy family team 1\"", "$.geography.teams[1].name")]
    [InlineData("geography/teams/1/district", "\"E99\"", "$.geography.teams[1].district")]
    [InlineData("geography/teams/1/districts", "[\"E07000071\", \"E99\"]", "$.geography.teams[1].districts[1]")]
    [InlineData("geography/teams/1/districts", "[\"E07000072\"]", "$.geography.teams[1].districts")]
    // Groups and codes.
    [InlineData("priorityGroups/1/code", "\"PG01\"", "$.priorityGroups[1].code")]
    [InlineData("priorityGroups/26/code", "\"PG270\"", "$.priorityGroups[26].code")]
    [InlineData("priorityGroups/26/code", "\"PG|7\"", "$.priorityGroups[26].code")]
    [InlineData("priorityGroups/26/name", "\"lone parent\"", "$.priorityGroups[26].name")]
    [InlineData("priorityGroups/0/sources/0/start", null, "$.priorityGroups[0].sources[0].start")]
    [InlineData("priorityGroups/0/sources/0/start", "[]", "$.priorityGroups[0].sources[0].start")]
    [InlineData("priorityGroups/0/sources/0/end", null, "$.priorityGroups[0].sources[0].end")]
    [InlineData("priorityGroups/0/sources/0/names", "[\"A\"]", "$.priorityGroups[0].sources[0].names")]
    [InlineData("priorityGroups/10/sources/0/names", null, "$.priorityGroups[10].sources[0].names")]
    [InlineData("priorityGroups/0/sources/0", "{ \"kind\": \"group\", \"group\": \"PG02\" }", "$.priorityGroups[0].sources[0].kind")]
    [InlineData("priorityGroups/0/sources/0/end/0", "\"YEa00\"", "$.priorityGroups[0].sources[0].end[0]")]
    [InlineData("reviews/oneYear/codes/0", "\"YEa00\"", "$.reviews.oneYear.codes[0]")]
    [InlineData("tiers/1/sources/0/start/0", "\"YEa62\"", "$.tiers[1].sources[0].start[0]")]
    [InlineData("components/breastfeeding/codes/3", "\"YEa00\"", "$.components.breastfeeding.codes")]
    // Reviews, KPIs, national view.
    [InlineData("reviews/oneYear/csdsActivityTypes/0", "\"09\"", "$.reviews.oneYear.csdsActivityTypes[0]")]
    [InlineData("reviews/oneYear", "{ \"codes\": [], \"csdsActivityTypes\": [] }", "$.reviews.oneYear")]
    [InlineData("kpis/5", Kpi, "$.kpis[5].id")]
    [InlineData("kpis/0/component", null, "$.kpis[0].component")]
    [InlineData("kpis/0/window", "{ \"fromDays\": 5, \"toDays\": 4 }", "$.kpis[0].window.fromDays")]
    [InlineData("kpis/0/window", "{ \"toDays\": 4, \"toMonths\": 4 }", "$.kpis[0].window")]
    [InlineData("kpis/0/window", "{ \"fromDays\": 4 }", "$.kpis[0].window")]
    [InlineData("national/1/id", "\"C1\"", "$.national[1].id")]
    [InlineData("national/0/review", null, "$.national[0].review")]
    [InlineData("national/1/anchor", null, "$.national[1].anchor")]
    [InlineData("national/6/of", "\"C9\"", "$.national[6].of")]
    [InlineData("national/6/of", "\"C1\"", "$.national[6].of")]
    [InlineData("national/6/component", null, "$.national[6].component")]
    [InlineData("national/7/domains", null, "$.national[7].domains")]
    [InlineData("national/14/statuses", null, "$.national[14].statuses")]
    // Outcome measures.
    [InlineData("outcomeMeasures/1/id", "\"OM01\"", "$.outcomeMeasures[1].id")]
    [InlineData("outcomeMeasures/1/planNames/0", "\"om1 feeling safe \"", "$.outcomeMeasures[1].planNames[0]")]
    [InlineData("outcomeMeasures/1/planNames", "[]", "$.outcomeMeasures[1].planNames")]
    [InlineData("outcomeMeasures/1/eligibility/group", "\"PG99\"", "$.outcomeMeasures[1].eligibility.group")]
    [InlineData("outcomeMeasures/1/eligibility/maxAgeYears", "13", "$.outcomeMeasures[1].eligibility.minAgeYears")]
    [InlineData("outcomeMeasures/4/eligibility/maxAgeMonths", "23", "$.outcomeMeasures[4].eligibility.minAgeMonths")]
    [InlineData("outcomeMeasures/1/targets/2019~20", "70", "$.outcomeMeasures[1].targets.2019~20")]
    [InlineData("outcomeMeasures/11/indicator", null, "$.outcomeMeasures[11].indicator")]
    [InlineData("outcomeMeasures/11/indicator", "\"schools\"", "$.outcomeMeasures[11].indicator")]
    [InlineData("outcomeMeasures/17/mergedFrom", "[\"OM20\", \"OM19\"]", "$.outcomeMeasures[17].mergedFrom[1]")]
    [InlineData("outcomeMeasures/23/scope/quadrant", "\"EAST\"", "$.outcomeMeasures[23].scope.quadrant")]
    [InlineData("outcomeWordings/goal met", "\"achieved\"", "$.outcomeWordings['goal met']")]
    // Indicators, caseload, settings.
    [InlineData("indicators/1/id", "\"healthy-schools\"", "$.indicators[1].id")]
    [InlineData("monthlyCounts/0/id", "\"healthy-schools\"", "$.monthlyCounts[0].id")]
    [InlineData("indicators/1/unit", "\"rate\"", "$.indicators[1].per")]
    [InlineData("indicators/1/per", "1000", "$.indicators[1].per")]
    [InlineData("indicators/1/source", "{ \"kind\": \"kpi\" }", "$.indicators[1].source.kpi")]
    [InlineData("indicators/1/source", "{ \"kind\": \"kpi\", \"kpi\": \"2.99\" }", "$.indicators[1].source.kpi")]
    [InlineData("indicators/1/source", "{ \"kind\": \"immunisation\", \"atMonths\": 12 }", "$.indicators[1].source.doses")]
    [InlineData("indicators/1/source", "{ \"kind\": \"breastfeeding\" }", "$.indicators[1].source.statuses")]
    [InlineData("indicators/1/source", "{ \"kind\": \"groupCount\", \"group\": \"PG99\" }", "$.indicators[1].source.group")]
    [InlineData("indicators/1/source", "{ \"kind\": \"timeliness\", \"from\": { \"group\": \"PG01\" }, \"to\": { \"codes\": [\"YEb00\"] } }", "$.indicators[1].source.within")]
    [InlineData("tiers/1/code", "\"universal\"", "$.tiers[1].code")]
    [InlineData("tiers/0/default", "false", "$.tiers")]
    [InlineData("tiers/1/sources", null, "$.tiers[1].sources")]
    [InlineData("tiers/2/whenPlanApplies", "\"lookedAfter\"", "$.tiers[2].whenPlanApplies")]
    [InlineData("tiers/3/whenPlanApplies", "\"universal\"", "$.tiers[3].whenPlanApplies")]
    [InlineData("tiers/8/sources/0/group", "\"PG99\"", "$.tiers[8].sources[0].group")]
    [InlineData("monthlyCounts/0/source/names", null, "$.monthlyCounts[0].source.names")]
    [InlineData("monthlyCounts/1/source/role", null, "$.monthlyCounts[1].source.role")]
    [InlineData("monthlyCounts/4/source/tier", "\"gold\"", "$.monthlyCounts[4].source.tier")]
    [InlineData("disclosure/mail", "\"threshold6\"", "$.disclosure.mail")]
    [InlineData("spc/rebase", "[{ \"figure\": \"kpi:2.99\", \"from\": \"2019-01-01\", \"note\": \"N\" }]", "$.spc.rebase[0].figure")]
    [InlineData("mail/weekly/subject", "\"Groups of {team}\"", "$.mail.weekly.subject")]
    public async Task LoadAsync_FieldAgainstARule_NamesItsPath(string edit, string? json, string path)
    {
        var result = await ProfileEdits.LoadAsync((edit, json));

        Assert.False(result.IsValid);
        Assert.Contains(result.Errors, error => error.Path == path && error.Message.Length > 0 && error.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("contacts/attendedStatuses/5", "\"FINISHED\"")]
    [InlineData("priorityGroups/27", Group)]
    [InlineData("geography/teams/1/districts", "[\"E07000071\", \"E07000076\"]")]
    [InlineData("mail/weekly/introduction", "\"{place} in {week}\"")]
    public async Task LoadAsync_FieldWithinTheRules_IsAccepted(string edit, string json) =>
        Assert.Empty((await ProfileEdits.LoadAsync((edit, json))).Errors);

    [Fact]
    public async Task LoadAsync_MergedIntoMissingMeasure_NamesBothEnds()
    {
        var result = await ProfileEdits.LoadAsync(("outcomeMeasures/19/mergedInto", "\"OM99\""));

        Assert.Equal(
            ["$.outcomeMeasures[17].mergedFrom[0]", "$.outcomeMeasures[19].mergedInto"],
            result.Errors.Select(error => error.Path));
    }

    [Fact]
    public async Task LoadAsync_SeveralFaults_GivesAllInTheOrderOfTheFile()
    {
        var result = await ProfileEdits.LoadAsync(
            ("disclosure/pages", "\"open\""), ("kpis/0/target", "101"), ("motherTypes/0", "\"Aunt\""));

        Assert.Equal(["$.motherTypes[0]", "$.kpis[0].target", "$.disclosure.pages"], result.Errors.Select(error => error.Path));
    }
}
