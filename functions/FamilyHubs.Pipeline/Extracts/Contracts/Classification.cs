namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>How near a column is to a person (extracts.md 4 and 6).</summary>
public enum Classification
{
    /// <summary>Identifies or links records by ids of the source system.</summary>
    Key,

    /// <summary>Names, numbers, addresses and free text: never in the lake.</summary>
    DirectIdentifier,

    /// <summary>Could help to recognise a person, such as a date of birth.</summary>
    QuasiIdentifier,

    Clinical,
    Operational,
}
