namespace FamilyHubs.Pipeline.Cli.Samples.Places;

/// <summary>A row of SRImmunisationContent with the ages in days at which its doses are due.</summary>
internal sealed record SampleVaccine(
    long Id, string Name, string Content, IReadOnlyList<int> DueDays, DateOnly? BornFrom = null, DateOnly? BornBefore = null);
