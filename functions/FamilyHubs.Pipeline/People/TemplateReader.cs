using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.People;

/// <summary>SRTemplate → ids of the templates with some names; each published version has one.</summary>
internal sealed class TemplateReader(IReadOnlyList<string> names) : ITableReader
{
    private readonly Dictionary<string, bool> _names = TextMeanings.Of(names, true);

    public HashSet<long> Templates { get; } = [];

    public string Table => "SRTemplate";

    public IReadOnlyList<ColumnDefinition> Columns { get; } = [new("RowIdentifier", ColumnType.Integer), new("TemplateName", ColumnType.Text)];

    public void Read(ColumnSet rows)
    {
        var ids = rows.Integers("RowIdentifier");
        var texts = rows.Texts("TemplateName");
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (ids[row] is { } id && texts[row] is { } name && _names.ContainsKey(name))
            {
                Templates.Add(id);
            }
        }
    }
}
