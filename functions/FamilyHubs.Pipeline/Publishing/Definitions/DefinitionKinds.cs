namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>Kinds of measures.</summary>
public static class DefinitionKinds
{
    public const string Kpi = "kpi";
    public const string National = "national";
    public const string Outcome = "outcome";
    public const string Indicator = "indicator";
    public const string Caseload = "caseload";
    public const string PriorityGroup = "priority group";
}
