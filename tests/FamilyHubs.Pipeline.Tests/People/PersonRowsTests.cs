using FamilyHubs.Pipeline.People;

namespace FamilyHubs.Pipeline.Tests.People;

public sealed class PersonRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(20_000)]
    public void Build_AnyNumberOfRows_KeepsEachPersonsRowsInOrder(int count)
    {
        const int People = 7;
        var builder = new PersonRows<int>.Builder();
        for (var i = 0; i < count; i++)
        {
            builder.Add(i * 5 % People, i);
        }

        var rows = builder.Build(People);

        Assert.Equal(count, rows.Count);
        for (var person = 0; person < People; person++)
        {
            Assert.Equal(Enumerable.Range(0, count).Where(i => i * 5 % People == person), rows.Of(person).ToArray());
        }
    }

    [Fact]
    public void Build_NoPeople_IsEmpty() => Assert.Equal(0, new PersonRows<int>.Builder().Build(0).Count);
}
