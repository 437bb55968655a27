namespace FamilyHubs.Pipeline.Figures.DataQuality;

/// <summary>Ids of the rules of data quality that are counted with the figures of a month (calculations.md 13, docs/data-quality.md).</summary>
public static class QualityRules
{
    /// <summary>A team of a return that is no SRTeam: it counts for the area, and for its district when the profile knows it.</summary>
    public const string ReturnUnknownTeam = "return-unknown-team";

    /// <summary>A role of the e-CAF return that is neither lead nor contribute: the row's count is in no figure.</summary>
    public const string ReturnUnknownRole = "return-unknown-role";

    /// <summary>A level of a return that no report has: the row is left out.</summary>
    public const string ReturnUnknownLevel = "return-unknown-level";

    /// <summary>A place of a return that the area does not have; the figure is kept as it came.</summary>
    public const string ReturnUnknownPlace = "return-unknown-place";

    /// <summary>A cell that could not be read as a date: its row was refused.</summary>
    public const string UnreadableDate = "unreadable-date";

    /// <summary>A number in a list column that neither list has, counted over the whole file.</summary>
    public const string UnknownCode = "unknown-code";

    /// <summary>An event before the person's birth.</summary>
    public const string EventBeforeBirth = "event-before-birth";

    /// <summary>An NHS number that fails Modulus 11.</summary>
    public const string NhsNumber = "nhs-number-modulus-11";

    /// <summary>A dead person whose priority group was never ended.</summary>
    public const string GroupNotEnded = "group-not-ended-on-death";

    /// <summary>An antenatal contact with no birth within the days that the profile gives.</summary>
    public const string NoBirthAfterContact = "pregnancy-contact-without-birth";

    /// <summary>A file with far fewer rows than the average of the extracts before it: silent loss.</summary>
    public const string RowCount = "row-count-drop";

    /// <summary>A KPI outside its own control limits: silent error.</summary>
    public const string KpiOutsideLimits = "kpi-outside-limits";

    /// <summary>C2 + C3 above 100 %.</summary>
    public const string NewBirthVisits = "c2-c3-above-100";

    /// <summary>C5 below C4.</summary>
    public const string OneYearReviews = "c5-below-c4";

    /// <summary>The id of a finding about the contacts of the month, which are counted besides the reviews that are among them.</summary>
    public static string OfContacts(string rule) => $"contact-{rule}";
}
