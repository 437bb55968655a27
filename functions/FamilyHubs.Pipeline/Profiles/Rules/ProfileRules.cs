namespace FamilyHubs.Pipeline.Profiles.Rules;

/// <summary>The rules of profiles/README.md that hold between fields, which a JSON schema cannot say.</summary>
internal static class ProfileRules
{
    /// <param name="area">Name of the area that the profile must be for; null: any.</param>
    public static void Check(Profile profile, string? area, ProfileErrors errors)
    {
        if (area is not null && !string.Equals(profile.Area, area, StringComparison.Ordinal))
            errors.Add("$.area", $"Expected \"{area}\", the name of the file or folder.", "Rename the file, or correct the area.");

        ContactRules.Check(profile, errors);
        GeographyRules.Check(profile.Geography, errors);
        PriorityGroupRules.Check(profile, errors);
        CodeRules.Check(profile, errors);
        ReviewRules.Check(profile, errors);
        KpiRules.Check(profile, errors);
        NationalRules.Check(profile, errors);
        OutcomeRules.Check(profile, errors);
        IndicatorRules.Check(profile, errors);
        CaseloadRules.Check(profile, errors);
        SettingRules.Check(profile, errors);
    }
}
