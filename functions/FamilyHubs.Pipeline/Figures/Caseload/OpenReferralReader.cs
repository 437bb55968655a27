using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Figures.Caseload;

/// <summary>SRReferralIn → who has an open referral at a day: DateReferral (else DateEvent) by it, and not discharged by it (calculations.md 11).</summary>
internal sealed class OpenReferralReader(PersonRegister people, DateOnly at) : ITableReader
{
    private readonly bool[] _open = new bool[people.Count];
    private long _checked;
    private long _undated;

    public string Table => "SRReferralIn";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDPatient", ColumnType.Integer),
        new("DateReferral", ColumnType.DateTime),
        new("DateEvent", ColumnType.DateTime),
        new("DateDischarge", ColumnType.DateTime),
    ];

    public Finding Undated => new(FindingRules.NoDate, Table, _undated, _checked);

    public bool IsOpen(int person) => _open[person];

    public void Read(ColumnSet rows)
    {
        var patients = rows.Integers("IDPatient");
        var referrals = rows.Times("DateReferral");
        var events = rows.Times("DateEvent");
        var discharges = rows.Times("DateDischarge");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = people.Find(patients[row]);
            if (person < 0)
            {
                continue;
            }

            _checked++;
            if ((referrals[row] ?? events[row]) is not { } since)
            {
                _undated++;
            }
            else if (DateOnly.FromDateTime(since) <= at && discharges[row].DayOrNever() > at)
            {
                _open[person] = true;
            }
        }
    }
}
