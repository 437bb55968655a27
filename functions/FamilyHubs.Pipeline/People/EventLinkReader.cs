using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SREventLink → the visits and appointments of some events. The event carries the date, so the link's own does not matter.</summary>
internal sealed class EventLinkReader(IReadOnlySet<long> events) : ITableReader
{
    public List<EventLink> Links { get; } = [];

    public HashSet<long> Visits { get; } = [];

    public HashSet<long> Appointments { get; } = [];

    public string Table => "SREventLink";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("IDEvent", ColumnType.Integer),
        new("IDVisit", ColumnType.Integer),
        new("IDAppointment", ColumnType.Integer),
    ];

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("IDEvent");
        var visits = rows.Integers("IDVisit");
        var appointments = rows.Integers("IDAppointment");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is not { } id || !events.Contains(id))
            {
                continue;
            }

            if (visits[row] is { } visit)
            {
                Visits.Add(visit);
                Links.Add(new EventLink(id, IsVisit: true, visit));
            }

            if (appointments[row] is { } appointment)
            {
                Appointments.Add(appointment);
                Links.Add(new EventLink(id, IsVisit: false, appointment));
            }
        }
    }
}
