namespace FamilyHubs.Pipeline.Figures.Monthly.Disclosure;

/// <summary>A count of one report: of a place, over some months.</summary>
internal sealed class CountCell(string level, string code, MonthRange months, int value, CountState state)
{
    public string Level { get; } = level;

    public string Code { get; } = code;

    public MonthRange Months { get; } = months;

    public int Value { get; } = value;

    public CountState State { get; } = state;

    /// <summary>Number of its cell in the table; set when the table is made. Counts of equal months and value have one cell.</summary>
    public int Number { get; set; } = -1;
}
