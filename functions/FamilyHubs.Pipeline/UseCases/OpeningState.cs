namespace FamilyHubs.Pipeline.UseCases;

/// <summary>What became of asking for a page.</summary>
public enum OpeningState
{
    Opened,

    /// <summary>Nobody is signed in, or the sign-in cannot be believed.</summary>
    NotSignedIn,

    /// <summary>The person may not see it.</summary>
    Forbidden,

    /// <summary>There is no such area or week.</summary>
    NotFound,
}
