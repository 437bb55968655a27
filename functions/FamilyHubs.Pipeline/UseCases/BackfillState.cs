namespace FamilyHubs.Pipeline.UseCases;

/// <summary>How a week or month stands before a back-fill.</summary>
public enum BackfillState
{
    /// <summary>Never computed.</summary>
    Missing,

    /// <summary>The last computation was refused or cut off.</summary>
    Failed,

    /// <summary>Published; some mails of it may not have gone yet.</summary>
    Published,

    /// <summary>Published, and nothing is due for it any more: everybody was told.</summary>
    Complete,
}
