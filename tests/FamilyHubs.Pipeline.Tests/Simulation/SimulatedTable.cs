using System.Globalization;
using System.Text;

namespace FamilyHubs.Pipeline.Tests.Simulation;

/// <summary>One CSV file of a batch while it is written, with what it holds.</summary>
internal sealed class SimulatedTable(string name, string header, bool isDelta)
{
    private readonly StringBuilder _text = new(header + (isDelta ? ",RemovedData" : string.Empty) + "\r\n");
    private readonly Dictionary<int, int> _keys = [];
    private long _rows;
    private long _refused;

    public string Name { get; } = name;

    public byte[] Content => Encoding.ASCII.GetBytes(_text.ToString());

    public SimulatedCounts Counts => new(_rows, _refused, _rows - _refused - _keys.Count);

    /// <summary>A record.</summary>
    public void Add(int id, string cells) => Write(id, cells, removed: "0");

    /// <summary>A record of a delta that takes one away.</summary>
    public void Remove(int id) => Write(id, new string(',', header.Count(c => c == ',') - 2), removed: "1");

    /// <summary>A record with a date that is none.</summary>
    public void AddBad(int id, string cells)
    {
        Write(id, cells, removed: "0");
        _refused++;
        _keys.Remove(id);
    }

    private void Write(int id, string cells, string removed)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{id},ORG1,{cells}").Append(isDelta ? "," + removed : string.Empty).Append("\r\n");
        _keys[id] = _keys.GetValueOrDefault(id) + 1;
        _rows++;
    }
}
