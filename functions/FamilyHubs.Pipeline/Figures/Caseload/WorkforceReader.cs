using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>Workforce → whole-time equivalents of the teams in a month (extracts.md 5).</summary>
internal sealed class WorkforceReader(Geography geography, Month month) : ITableReader
{
    private readonly string _month = month.ToString();

    public string Table => "Workforce";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
        [new("Month", ColumnType.Text), new("Team", ColumnType.Text), new("Wte", ColumnType.Number)];

    public TeamNumbers Wte { get; } = new(geography);

    public void Read(ColumnSet rows)
    {
        var months = rows.Texts("Month");
        var teams = rows.Texts("Team");
        var numbers = rows.Numbers("Wte");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (months[row] is { } text && FieldText.Equals(text, _month) && teams[row] is { } team && numbers[row] is { } wte)
            {
                // Decimal digits: the sum is the same in any order of the rows.
                Wte.Add(team, (decimal)wte);
            }
        }
    }
}
