using System.Globalization;
using System.Text;
using FamilyHubs.Pipeline.Testing.Faults;

namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>What happened in a simulation, a line each: time, process, call and fault. Holds names, never contents. Off, it costs nothing.</summary>
public sealed class CallTrace(bool isOn)
{
    private readonly StringBuilder _lines = new();
    private int _calls;

    /// <summary>The lines.</summary>
    public override string ToString() => _lines.ToString();

    /// <summary>Adds what the simulation itself does.</summary>
    public void Note(SimulatedTime time, string text)
    {
        if (isOn)
        {
            _lines.AppendLine(CultureInfo.InvariantCulture, $"        {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} == {text}");
        }
    }

    internal void Add(SimulatedTime time, SimulatedProcess process, CallName name, FaultKind? fault)
    {
        _calls++;
        if (isOn)
        {
            _lines.AppendLine(CultureInfo.InvariantCulture, $"{_calls,6}  {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} {process.Name} {name}{(fault is null ? string.Empty : $"   <-- {fault}")}");
        }
    }
}
