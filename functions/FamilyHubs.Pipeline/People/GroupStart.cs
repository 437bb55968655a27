namespace FamilyHubs.Pipeline.People;

/// <summary>The record since which a person is in a group.</summary>
/// <param name="At">Its DateEvent, DateAdded or From.</param>
/// <param name="Row">RowIdentifier of a coded record, which decides between records of one time; 0 of another source.</param>
public readonly record struct GroupStart(DateTime At, long Row)
{
    /// <summary>The later of two.</summary>
    public static GroupStart? Later(GroupStart? one, GroupStart other) =>
        one is { } first && (first.At, first.Row).CompareTo((other.At, other.Row)) >= 0 ? first : other;
}
