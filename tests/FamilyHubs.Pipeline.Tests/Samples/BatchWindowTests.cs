using FamilyHubs.Pipeline.Cli.Samples.Facts;
using FamilyHubs.Pipeline.Cli.Samples.Writers;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class BatchWindowTests
{
    private static readonly BatchWindow Full = new(null, At(10));

    private static readonly BatchWindow Delta = new(At(10), At(17));

    [Theory]
    [InlineData(9, null, null, true)]
    [InlineData(10, null, null, true)]
    [InlineData(11, null, null, false)]
    [InlineData(5, null, 9, false)]
    [InlineData(5, null, 12, true)]
    public void StateOf_Full_HoldsWhatIsThereAtItsEnd(int created, int? changed, int? removed, bool there) =>
        Assert.Equal(there ? RowState.Row : RowState.None, Full.StateOf(Fact(created, changed, removed)));

    [Theory]
    [InlineData(9, null, null, RowState.None)]
    [InlineData(11, null, null, RowState.Row)]
    [InlineData(18, null, null, RowState.None)]
    [InlineData(9, 11, null, RowState.Row)]
    [InlineData(9, 10, null, RowState.None)]
    [InlineData(9, 18, null, RowState.None)]
    [InlineData(9, null, 11, RowState.Removal)]
    [InlineData(9, 12, 13, RowState.Removal)]
    [InlineData(9, null, 10, RowState.None)]
    [InlineData(11, null, 12, RowState.None)]
    [InlineData(9, 11, 18, RowState.Row)]
    public void StateOf_Delta_HoldsWhatChangedSinceTheLast(int created, int? changed, int? removed, object expected) =>
        Assert.Equal((RowState)expected, Delta.StateOf(Fact(created, changed, removed)));

    [Fact]
    public void StateOf_RecordOfARemovedPerson_IsSilent()
    {
        var person = Person(removed: 12);
        Assert.Equal(RowState.Removal, Delta.StateOf(person));
        Assert.Equal(RowState.None, Delta.StateOf(new OptOut { Id = 1, Owner = person, Created = At(9), Removed = At(13) }));
        Assert.Equal(RowState.None, Delta.StateOf(new OptOut { Id = 1, Owner = person, Created = At(11) }));
    }

    private static OptOut Fact(int created, int? changed, int? removed) => new()
    {
        Id = 1,
        Owner = Person(removed: null),
        Created = At(created),
        Changed = changed is { } day ? At(day) : null,
        Removed = removed is { } last ? At(last) : null,
    };

    private static Person Person(int? removed) => new()
    {
        Id = 1,
        Sex = 'F',
        FirstName = "A",
        Surname = "B",
        Birth = At(1),
        IsChild = true,
        Shared = false,
        Created = At(2),
        Removed = removed is { } day ? At(day) : null,
    };

    private static DateTime At(int day) => new(2019, 3, day, 2, 15, 0);
}
