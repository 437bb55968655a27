using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.People;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Figures.Families;

/// <summary>SREvent → all contacts of some persons by the month's end that have a mode the profile knows, or are reviews.</summary>
/// <param name="wanted">For each person whether the contacts are wanted.</param>
/// <param name="reviews">Events that are reviews.</param>
internal sealed class FamilyContactReader(MonthlyContext context, bool[] wanted, IReadOnlySet<long> reviews) : ITableReader
{
    private readonly ListColumn<(bool IsReach, string Text)> _modes = new(context.Lists, ListKind.Configured, Modes(context.Profile));
    private readonly List<FamilyContact> _contacts = [];

    public string Table => "SREvent";

    public IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("RowIdentifier", ColumnType.Integer),
        new("IDPatient", ColumnType.Integer),
        new("DateEvent", ColumnType.DateTime),
        new("ContactMethod", ColumnType.Text),
    ];

    public IReadOnlyList<FamilyContact> Contacts => _contacts;

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var patients = rows.Integers("IDPatient");
        var times = rows.Times("DateEvent");
        var methods = rows.Texts("ContactMethod");
        for (var row = 0; row < rows.RowCount; row++)
        {
            var person = context.Population.People.Find(patients[row]);
            if (person < 0 || !wanted[person] || ids[row] is not { } id || times[row] is not { } at || DateOnly.FromDateTime(at) > context.AsOf)
            {
                continue;
            }

            var mode = _modes.Of(methods[row]);
            if (mode is not null || reviews.Contains(id))
            {
                _contacts.Add(new FamilyContact(person, id, at, mode?.IsReach ?? false, mode?.Text));
            }
        }
    }

    private static Dictionary<string, (bool IsReach, string Text)> Modes(Profile profile)
    {
        Dictionary<string, (bool IsReach, string Text)> modes = new(FieldText.Comparer);
        foreach (var (mode, texts) in profile.Contacts.Modes)
        {
            foreach (var text in texts)
            {
                modes.TryAdd(text, (profile.MeaningfulReach.Modes.Contains(mode, StringComparer.Ordinal), text));
            }
        }

        return modes;
    }
}
