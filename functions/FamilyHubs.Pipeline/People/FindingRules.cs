namespace FamilyHubs.Pipeline.People;

/// <summary>Ids of the findings that are counted while tables become people (calculations.md 1, 2, 4 and 13).</summary>
public static class FindingRules
{
    /// <summary>A record without DateEvent (or DateAdded, From) is not used.</summary>
    public const string NoDate = "no-date";

    /// <summary>A list column holds an integer that is in neither list table; it is taken as text.</summary>
    public const string UnmappedListValue = "unmapped-list-value";

    /// <summary>A mode text that the profile does not know does not count.</summary>
    public const string UnknownMode = "unknown-mode";

    /// <summary>A contact without mode is no meaningful reach.</summary>
    public const string NoMode = "no-mode";

    /// <summary>A status of a visit or appointment that the profile does not know, or none.</summary>
    public const string UnknownStatus = "unknown-status";

    /// <summary>A child with no home at the day.</summary>
    public const string ChildNoHome = "child-no-home";

    /// <summary>A child whose home is not in the postcode reference.</summary>
    public const string HomeNotInReference = "home-not-in-reference";

    /// <summary>A row of a partner's return that matches no person.</summary>
    public const string NoSuchPerson = "no-such-person";

    /// <summary>A meaningful reach on a day without a record from the priority-group template (E19-34).</summary>
    public const string NotAscertained = "not-ascertained";

    /// <summary>A review that counts although no mode is recorded.</summary>
    public const string ReviewNoMode = "review-no-mode";

    /// <summary>A review that does not count because the profile does not know its mode.</summary>
    public const string ReviewUnknownMode = "review-unknown-mode";

    /// <summary>A care plan of an outcome measure that has ended with no outcome, or with one that the profile does not map.</summary>
    public const string UnmappedOutcome = "plan-unmapped-outcome";

    /// <summary>An episode of a person whom the measure is not meant for, at its start.</summary>
    public const string IneligibleEpisode = "ineligible-episode";

    /// <summary>An episode that needs an education, health and care plan, which no table of the extract holds.</summary>
    public const string EpisodeNotChecked = "episode-ehcp-not-checked";

    /// <summary>An episode of a person without date of birth, who is in no cohort.</summary>
    public const string EpisodeNoBirth = "episode-no-birth";
}
