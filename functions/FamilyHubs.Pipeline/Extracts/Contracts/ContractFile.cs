using System.Text.Json;
using System.Text.Json.Serialization;
using FamilyHubs.Pipeline.Columns;

namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>A contract as its file has it (schemas/contract.schema.json), and the checks that make it a <see cref="TableContract"/>.</summary>
internal sealed record ContractFile(
    string Table,
    string Description,
    string Source,
    string Store,
    IReadOnlyList<string> Key,
    IReadOnlyList<ContractFile.Column> Columns,
    bool FileColumn = false,
    string? OnNewColumn = null,
    IReadOnlyList<ContractFile.Rule>? Quality = null)
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <exception cref="ContractException">The file is no contract.</exception>
    public static TableContract Read(string name, Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, ContractJson.Default.ContractFile) ?? throw new JsonException("The file is empty.");
            return file.ToContract();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new ContractException($"The contract {name} cannot be used: {e.Message} See schemas/contract.schema.json.", e);
        }
    }

    private TableContract ToContract()
    {
        var columns = Columns.Select(c => c.ToColumn()).ToArray();
        var store = Choice<ContractStore>("store", Store);
        foreach (var column in columns)
        {
            if (store == ContractStore.Lake && column is { Keep: true, Classification: Classification.DirectIdentifier })
            {
                throw new ArgumentException($"The column {column.Name} is a direct identifier and must not be kept.");
            }

            if (column is { Keep: true, Derive.Count: > 0 })
            {
                throw new ArgumentException($"The column {column.Name} is either kept or replaced by derived columns.");
            }
        }

        foreach (var rule in Quality ?? [])
        {
            if (!columns.Any(c => c.Name == rule.OfColumn))
            {
                throw new ArgumentException($"The rule {rule.Id} names the column {rule.OfColumn}, which the table has not.");
            }
        }

        return new TableContract(Table, Key, columns, FileColumn)
        {
            Description = Description,
            Source = Source,
            Store = store,
            OnNewColumn = OnNewColumn is null ? null : Choice<NewColumnHandling>("onNewColumn", OnNewColumn),
            Quality = [.. (Quality ?? []).Select(r => new QualityRule(r.Id, Choice<QualityKind>("kind", r.Kind), r.OfColumn))],
        };
    }

    /// <summary>The value of an enumeration by its name in the file, where blanks may stand between words.</summary>
    private static T Choice<T>(string property, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"{property} is none of {string.Join(", ", Enum.GetNames<T>())}.");

    internal sealed record Column(
        string Name,
        string Type,
        string Classification,
        bool Keep,
        int? Length = null,
        bool Id = false,
        bool Required = false,
        bool Filled = false,
        IReadOnlyList<string>? Derive = null,
        string? List = null,
        string? Link = null,
        string? Form = null,
        string? Description = null)
    {
        public ContractColumn ToColumn() =>
            new(Name, Choice<ColumnType>("type", Type), Choice<Contracts.Classification>("classification", Classification), Keep)
            {
                Length = Length,
                Id = Id,
                Required = Required,
                Filled = Filled,
                Derive = [.. (Derive ?? []).Select(d => Choice<DerivedColumn>("derive", d))],
                List = List,
                Link = Link,
                Form = Form is null ? TextForm.Any : Choice<TextForm>("form", Form),
                Description = Description,
            };
    }

    internal sealed record Rule(string Id, string Kind, [property: JsonPropertyName("column")] string OfColumn);
}
