using FamilyHubs.Pipeline.Cli.Samples;

namespace FamilyHubs.Pipeline.Tests.Samples;

public sealed class NhsNumbersTests
{
    [Fact]
    public void Of_ManyOrdinals_AreValidAndDifferent()
    {
        var numbers = new NhsNumbers(seed: 3);
        var drawn = Enumerable.Range(0, 20_000).Select(ordinal => numbers.Of(ordinal)!).ToList();
        Assert.All(drawn, number => Assert.True(number.Length == 10 && number.StartsWith("999", StringComparison.Ordinal) && IsValid(number)));
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    [Fact]
    public void Of_OrdinalBeyondTheRange_IsBlank()
    {
        var numbers = new NhsNumbers(seed: 3);
        Assert.NotNull(numbers.Of(900_000));
        Assert.Null(numbers.Of(1_000_000));
    }

    /// <summary>Modulus 11, written anew: the weighted sum of all ten digits is a multiple of 11 (the check digit has weight 1).</summary>
    internal static bool IsValid(string number) => number.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11 == 0;
}
