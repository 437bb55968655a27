namespace FamilyHubs.Pipeline.Figures.National;

/// <summary>Kinds of national indicators in a profile.</summary>
internal static class NationalKinds
{
    /// <summary>Mothers with a first contact; no denominator.</summary>
    public const string Count = "count";

    /// <summary>Of the children who reach an age, those with a review in the window.</summary>
    public const string Share = "share";

    /// <summary>Of the reviews, those with the component.</summary>
    public const string Component = "component";

    /// <summary>Of the reviews with all of some scores, those at or above all thresholds.</summary>
    public const string Threshold = "threshold";

    /// <summary>Of the children due a review, those with a feeding status at it.</summary>
    public const string Status = "status";
}
