using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>The contracts of all tables in scope (extracts.md 4 and 5).</summary>
public sealed partial class ContractCatalog
{
    private static readonly Lazy<ContractCatalog> ShippedCatalog = new(() => Load(Path.Combine(AppContext.BaseDirectory, "contracts")));
    private readonly Dictionary<string, TableContract> _tables = new(StringComparer.Ordinal);
    private readonly List<(Regex Name, TableContract Contract)> _files = [];

    /// <exception cref="ContractException">Two contracts have the same table.</exception>
    public ContractCatalog(IEnumerable<TableContract> contracts)
    {
        foreach (var contract in contracts)
        {
            if (!_tables.TryAdd(contract.Table, contract))
            {
                throw new ContractException($"Two contracts have the table {contract.Table}.");
            }

            if (contract.IsFile)
            {
                var pattern = Regex.Escape(contract.Source).Replace("\\*", "[^/]*", StringComparison.Ordinal);
                _files.Add((new Regex($"^{pattern}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), contract));
            }
        }
    }

    /// <summary>The contracts in the folder <c>contracts</c> beside the program.</summary>
    public static ContractCatalog Shipped => ShippedCatalog.Value;

    /// <summary>All contracts, by table, in ordinal order.</summary>
    public IEnumerable<TableContract> All => _tables.Values.OrderBy(c => c.Table, StringComparer.Ordinal);

    /// <summary>The tables of an extract: those that come as <c>SR….csv</c>.</summary>
    public IEnumerable<TableContract> ExtractTables => All.Where(c => IsExtractTable(c.Table));

    /// <summary>Reads every contract under a folder.</summary>
    /// <exception cref="ContractException">A file is no contract, or there is none.</exception>
    public static ContractCatalog Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
        {
            throw new ContractException($"There are no contracts in {folder}: the folder contracts belongs beside the program.");
        }

        List<TableContract> contracts = [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            contracts.Add(ContractFile.Read(Path.GetRelativePath(folder, file), stream));
        }

        return new ContractCatalog(contracts);
    }

    /// <summary>The contract of a table, or null when the table is not in scope.</summary>
    public TableContract? Find(string table) => _tables.GetValueOrDefault(table);

    /// <summary>The contract of a return or reference file, or null.</summary>
    /// <param name="path">Path below the area, e.g. <c>returns/caf-2019-03.csv</c>.</param>
    public TableContract? ForFile(string path)
    {
        foreach (var (name, contract) in _files)
        {
            if (name.IsMatch(path))
            {
                return contract;
            }
        }

        return null;
    }

    /// <summary>Whether a table comes in an extract.</summary>
    internal static bool IsExtractTable(string table) => ExtractTableName().IsMatch(table);

    [GeneratedRegex("^SR[A-Za-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ExtractTableName();
}
