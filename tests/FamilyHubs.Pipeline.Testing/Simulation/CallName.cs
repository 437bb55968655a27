namespace FamilyHubs.Pipeline.Testing.Simulation;

/// <summary>A call for the trace: names of stores and keys, never a content.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Store">Container or table.</param>
/// <param name="Name">Blob or partition.</param>
/// <param name="Row">Row of a table.</param>
public readonly record struct CallName(string Verb, string Store, string Name, string? Row = null)
{
    public override string ToString() => $"{Verb} {Store}/{Name}{(Row is null ? string.Empty : " / ")}{Row}";
}
