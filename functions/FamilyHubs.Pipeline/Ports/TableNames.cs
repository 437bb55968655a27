namespace FamilyHubs.Pipeline.Ports;

/// <summary>Names of the storage tables (product.md, What comes out).</summary>
public static class TableNames
{
    public const string PriorityGroupWeekly = "PriorityGroupWeekly";
    public const string KpiMonthly = "KpiMonthly";
    public const string OutcomeMonthly = "OutcomeMonthly";
    public const string IndicatorMonthly = "IndicatorMonthly";
    public const string CaseloadMonthly = "CaseloadMonthly";
    public const string Extracts = "Extracts";
    public const string Runs = "Runs";
    public const string Mailings = "Mailings";
    public const string Recipients = "Recipients";

    public static IReadOnlyList<string> All { get; } =
        [PriorityGroupWeekly, KpiMonthly, OutcomeMonthly, IndicatorMonthly, CaseloadMonthly, Extracts, Runs, Mailings, Recipients];
}
