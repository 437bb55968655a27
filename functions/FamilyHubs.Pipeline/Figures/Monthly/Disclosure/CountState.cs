namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>Where a count stands.</summary>
internal enum CountState
{
    /// <summary>In the report that is to be published.</summary>
    Shown,

    /// <summary>Nowhere, but it follows from others.</summary>
    Derived,

    /// <summary>In an earlier publication, which showed it.</summary>
    ShownEarlier,

    /// <summary>In an earlier publication, which hid it.</summary>
    HiddenEarlier,
}
