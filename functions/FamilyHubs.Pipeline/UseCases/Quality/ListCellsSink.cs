using System.Globalization;
using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Extracts;
using FamilyHubs.Pipeline.Extracts.Contracts;
using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.UseCases.Quality;

/// <summary>Passes the rows of a table on and remembers which numbers stand in its list columns, and how often.</summary>
internal sealed class ListCellsSink : ITableSink
{
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private readonly TableContract _contract;
    private readonly ITableSink _next;
    private readonly (string Column, ListKind Kind, Dictionary<string, long> Numbers)[] _lists;
    private long _cells;

    public ListCellsSink(TableContract contract, ITableSink next)
    {
        _contract = contract;
        _next = next;
        _lists =
        [
            .. contract.Columns.Where(c => c is { Keep: true, List: not null })
                .Select(c => (c.Name, c.List == "SRMapping" ? ListKind.Static : ListKind.Configured, new Dictionary<string, long>(StringComparer.Ordinal))),
        ];
    }

    /// <summary>True when there are numbers to look up.</summary>
    public bool HasNumbers => Array.Exists(_lists, list => list.Numbers.Count > 0);

    public ValueTask AddAsync(ColumnSet rows, CancellationToken cancel)
    {
        foreach (var (column, _, numbers) in _lists)
        {
            foreach (var text in rows.Texts(column).Values)
            {
                if (text is null)
                {
                    continue;
                }

                _cells++;
                if (MayBeNumber(text) && long.TryParse(text, Form, CultureInfo.InvariantCulture, out _))
                {
                    numbers[text] = numbers.GetValueOrDefault(text) + 1;
                }
            }
        }

        return _next.AddAsync(rows, cancel);
    }

    /// <summary>How many of the cells hold a number that is in no list.</summary>
    public Finding Unknown(ListTexts texts)
    {
        var unknown = _lists.SelectMany(list => list.Numbers.Where(n => IsUnknown(texts, n.Key, list.Kind))).Sum(n => n.Value);
        return new Finding(Figures.DataQuality.QualityRules.UnknownCode, _contract.Table, unknown, _cells);
    }

    /// <summary>Most cells are words: their first character tells.</summary>
    private static bool MayBeNumber(string text) => text.Length > 0 && !char.IsAsciiLetter(text[0]);

    private static bool IsUnknown(ListTexts texts, string cell, ListKind kind)
    {
        texts.Resolve(cell, kind, out var unmapped);
        return unmapped;
    }
}
