namespace FamilyHubs.Pipeline.People;

/// <summary>A contact: one SREvent.</summary>
/// <param name="Event">SREvent.RowIdentifier.</param>
/// <param name="Person">Number of the contacted person in the register.</param>
/// <param name="Day">Day of DateEvent.</param>
public readonly record struct Contact(long Event, int Person, DateOnly Day);
