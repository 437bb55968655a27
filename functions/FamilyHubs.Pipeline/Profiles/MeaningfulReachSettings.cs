namespace FamilyHubs.Pipeline.Profiles;

/// <summary>Modes of contact that are a meaningful reach (E19-34).</summary>
public sealed record MeaningfulReachSettings(
    IReadOnlyList<string> Modes);
