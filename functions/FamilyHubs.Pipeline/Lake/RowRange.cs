namespace FamilyHubs.Pipeline.Lake;

/// <summary>Adjacent rows of a window.</summary>
internal readonly record struct RowRange(RowWindow Window, int Start, int Count)
{
    public long FirstLead => Window.Leads[Start];
}
