namespace FamilyHubs.Pipeline.Cli.Samples.Makers;

/// <summary>A time in a group: from its first day to the day it ended, or open.</summary>
internal readonly record struct Spell(DateOnly Start, DateOnly? End);
