namespace FamilyHubs.Pipeline.Cli.Samples;

/// <summary>
/// How often things happen in the sample population, in one place. Orders of magnitude that make reports look as they do in life; none
/// is a finding about a real place. "Seed" are the figures of the service papers (E19-20 to 24), N the national conventions.
/// </summary>
internal static class Rates
{
    /// <summary>
    /// Share of families by the age of their youngest child, 0 to 19 years. A service of 0 to 19 opens a record at birth and sees the
    /// younger ones most: with their brothers and sisters, half of the children are under five.
    /// </summary>
    public static ReadOnlySpan<double> YoungestByAge => [16, 15, 14, 13, 12, 5, 4, 3, 3, 2.5, 2.5, 2, 2, 1.5, 1.5, 1, 1, 0.6, 0.4, 0.2];

    /// <summary>Share of families by number of children, 1 to 5 (ONS families and households: 45, 41, 14 with three or more).</summary>
    public static ReadOnlySpan<double> ChildrenInFamily => [45, 41, 10, 3, 1];

    /// <summary>
    /// Level of need 0 to 4 of a family, and how much more or less often a family of it is in a group. Mean of the product: 1.
    /// </summary>
    public static ReadOnlySpan<double> NeedLevels => [45, 27, 15, 9, 4];

    public static ReadOnlySpan<double> NeedFactors => [0.2, 0.7, 1.3, 3.2, 6.5];

    /// <summary>Multiple births: 1.6 % of maternities (ONS birth characteristics).</summary>
    public const double Twins = 0.016;

    /// <summary>Lone-parent families: 22 % with dependent children (ONS); nine in ten are mothers.</summary>
    public const double LoneParent = 0.22;

    public const double LoneFather = 0.02;

    /// <summary>Children with foster carers or guardians, and with adopters.</summary>
    public const double FosterOrGuardian = 0.012;

    public const double Adopters = 0.012;

    /// <summary>Fathers and partners who have a record of their own.</summary>
    public const double PartnerOnRecord = 0.8;

    /// <summary>National data opt-outs were held by 2.7 % of people in 2019 (NHS Digital).</summary>
    public const double OptOut = 0.027;

    public const double TestPatient = 0.003;

    public const double RemovedByContentFilter = 0.001;

    /// <summary>Child deaths in all years of childhood, 0.5 %; a parent dies in as many families.</summary>
    public const double Death = 0.005;

    public const double NoNhsNumber = 0.02;

    /// <summary>Records that a second organisation may see.</summary>
    public const double SharedFamily = 0.08;

    /// <summary>Families that move home in a year, how many of them out of the district and out of the area.</summary>
    public const double MovesAYear = 0.09;

    public const double MoveToAnotherDistrict = 0.22;

    public const double MoveOutside = 0.06;

    /// <summary>Families without a home on the record, with a blank postcode, with one the reference lacks, and who live outside.</summary>
    public const double NoHome = 0.004;

    public const double BlankPostcode = 0.003;

    public const double UnknownPostcode = 0.006;

    public const double Outside = 0.02;

    public const double NoTeam = 0.015;

    /// <summary>
    /// Contacts other than reviews a year: in the first year of life, at one to four, from five, and with a parent of an under-five.
    /// </summary>
    public const double ContactsFirstYear = 4;

    public const double ContactsUnderFive = 1.6;

    public const double ContactsFromFive = 0.35;

    public const double ContactsParent = 0.9;

    /// <summary>More contacts a year for each level of need.</summary>
    public const double ContactsForNeed = 0.6;

    /// <summary>Contacts tied to a planned visit or appointment, and what became of those (not attended 7 %, cancelled 4 %).</summary>
    public const double Planned = 0.7;

    public const double NotAttended = 0.07;

    public const double Cancelled = 0.04;

    /// <summary>Contacts without a mode, and with a mode that the profile does not know.</summary>
    public const double NoMode = 0.006;

    public const double UnknownMode = 0.003;

    /// <summary>Status ascertained at a meaningful reach (E19-34): about four of five, by team from 70 % to 90 %.</summary>
    public const double Ascertained = 0.8;

    /// <summary>The most that a team is above or below the area, in reviews and in ascertaining.</summary>
    public const double TeamSpread = 0.1;

    /// <summary>E-mail, letters and other contacts that are no meaningful reach.</summary>
    public const double OtherMode = 0.2;

    public const double Telephone = 0.25;

    public const double Video = 0.03;

    /// <summary>Immunisations given when due, and late (COVER: 94 to 95 % at 12 months).</summary>
    public const double ImmunisedOnTime = 0.95;

    public const double ImmunisedLate = 0.03;

    /// <summary>Entries taken back later, by kind.</summary>
    public const double RemovedEntry = 0.012;

    public const double RemovedOther = 0.002;

    public const double RemovedPerson = 0.0008;

    /// <summary>Groups: started again at a later contact, ended, and entered without the form.</summary>
    public const double GroupRestarted = 0.15;

    public const double GroupEnded = 0.3;

    public const double GroupWithoutForm = 0.1;

    /// <summary>Family health assessments at a contact: of 24,000 under-fives more than 800 a month (C17-06).</summary>
    public const double Questionnaire = 0.12;

    /// <summary>Children under five to a whole-time equivalent (C17-11), half of the sample's children being under five.</summary>
    public const double CaseloadOfOne = 320;

    /// <summary>Share of a partner's indicator without a target, where it is not about a half.</summary>
    public static double ShareOf(string indicator) => indicator switch
    {
        "staff-available" => 0.92,
        "healthy-schools" => 0.72,
        "school-nurse-fortnightly" => 0.9,
        "lac-dental" => 0.83,
        "deliveries-complications" => 0.63,
        _ => 0.5,
    };

    /// <summary>Stillbirths and deaths of newborn children and mothers, about seven in a thousand births.</summary>
    public const double RateOfDeaths = 0.007;

    /// <summary>
    /// Reviews: in the window, late, and with the component that the indicator asks for. In-window times component comes near the seed's
    /// 80.9, 98.7, 98.0, 93.6 and 94.9 of March 2019, which is above England (N 1.3: C2 86, C8i 82, C4 75, C6i 76).
    /// </summary>
    public static ReviewRate Review(string type) => type switch
    {
        "antenatal" => new ReviewRate(0.88, 0, 0.98),
        "newBirth" => new ReviewRate(0.992, 0.006, 1),
        "sixToEightWeeks" => new ReviewRate(0.978, 0.015, 0.985),
        "oneYear" => new ReviewRate(0.948, 0.04, 0),
        "twoToTwoAndAHalfYears" => new ReviewRate(0.96, 0.02, 0.99),
        _ => throw new ArgumentOutOfRangeException(nameof(type), $"{type} is no type of review."),
    };

    /// <summary>Feeding at six to eight weeks: totally, partially, not at all (England 2018/19: 31, 15, 54 of known).</summary>
    public static ReadOnlySpan<double> Feeding => [33, 15, 52];

    /// <summary>
    /// Reviews at two that are at or above the threshold in all five domains (N 1.3: C6viii 74.5 %); below in one of those that are
    /// not.
    /// </summary>
    public const double OnTrackInAll = 0.76;

    public const double BelowInADomain = 0.6;

    /// <summary>A score of one domain missing.</summary>
    public const double ScoreMissing = 0.02;

    /// <summary>Episodes a year of one outcome measure among those it is meant for, and among others.</summary>
    public const double EpisodesAYear = 0.05;

    public const double EpisodesOfIneligible = 0.0015;

    /// <summary>
    /// How episodes end: achieved, not achieved, moved away, disengaged, a wording the profile does not know, no wording.
    /// </summary>
    public static ReadOnlySpan<double> EpisodeEnds => [62, 19, 5, 10, 1.5, 2.5];

    public const double SafeguardingCase = 0.8;

    public const double SpecialNote = 0.03;
}
