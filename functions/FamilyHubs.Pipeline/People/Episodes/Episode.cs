namespace FamilyHubs.Pipeline.People.Episodes;

/// <summary>A person's latest episode of an outcome measure, as it is at a day.</summary>
/// <param name="Person">Number in the register.</param>
/// <param name="Measure">Number in <see cref="EpisodeDefinitions.Measures"/>.</param>
/// <param name="Start">DateEvent of the plan.</param>
/// <param name="Row">RowIdentifier of the plan.</param>
/// <param name="Practitioner">IDDoneBy of the plan (SRStaffMember); null when it is not recorded.</param>
public readonly record struct Episode(int Person, int Measure, DateTime Start, long Row, EpisodeStatus Status, long? Practitioner);
