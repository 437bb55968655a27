namespace FamilyHubs.Pipeline.People;

/// <summary>What a code says: that the group of a coded source starts, or that it ends.</summary>
/// <param name="Source">Number of the coded source in <see cref="GroupDefinitions.CodedSources"/>.</param>
internal readonly record struct CodedMeaning(short Source, bool IsStart);
