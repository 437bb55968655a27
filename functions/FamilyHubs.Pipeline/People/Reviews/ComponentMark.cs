namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>An SRCode that tells of a component of a review; numbers as in <see cref="ReviewDefinitions"/>, -1 for none.</summary>
/// <param name="At">DateEvent.</param>
/// <param name="Row">RowIdentifier.</param>
/// <param name="Event">IDEvent, or <see cref="ReviewSignal.NoEvent"/>.</param>
/// <param name="Value">NumericValue of a numeric code, else not a number.</param>
internal readonly record struct ComponentMark(DateTime At, long Row, long Event, short Component, short Domain, short Status, double Value);
