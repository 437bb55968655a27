namespace FamilyHubs.Pipeline.Figures.PriorityGroups;

/// <summary>Meaningful reaches of the week and how many ascertained the priority groups (E19-34).</summary>
public sealed record MeaningfulReachFigure(
    string Level,
    string Code,
    int? Contacts,
    int? Ascertained,
    double? Percentage,
    bool Suppressed = false);
