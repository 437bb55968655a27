using System.Security.Cryptography;
using System.Text;
using FamilyHubs.Pipeline.Extracts;

namespace FamilyHubs.Pipeline.Tests.Extracts;

public sealed class PersonKeysTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData("9990000018")]
    [InlineData("")]
    [InlineData("a longer value, of more than one block of sixty-four bytes, so that the hash has to go on")]
    public void Of_AnyValue_IsTheKeyedHashInLowerCase(string value)
    {
        using var keys = new PersonKeys(Secret, "1");

        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(value))), keys.Of(Encoding.UTF8.GetBytes(value)));
    }

    [Fact]
    public void OfNhsNumber_Blanks_DoNotMatter()
    {
        using var keys = new PersonKeys(Secret, "1");

        Assert.Equal(keys.Of("9990000018"u8), keys.OfNhsNumber(" 999 000 0018"u8));
        Assert.Null(keys.OfNhsNumber("  "u8));
    }

    [Fact]
    public void OfPostcode_CapitalsAndBlanks_DoNotMatter()
    {
        using var keys = new PersonKeys(Secret, "1");

        Assert.Equal(keys.Of("ZZ99ZZ"u8), keys.OfPostcode(" zz9  9zz "u8));
        Assert.Null(keys.OfPostcode(""u8));
    }

    [Fact]
    public void Of_ManyThreads_GivesTheSame()
    {
        using var keys = new PersonKeys(Secret, "1");
        var expected = Enumerable.Range(0, 200).Select(i => Convert.ToHexStringLower(HMACSHA256.HashData(Secret, BitConverter.GetBytes(i)))).ToArray();

        Parallel.For(0, 2000, i => Assert.Equal(expected[i % 200], keys.Of(BitConverter.GetBytes(i % 200))));
    }

    [Fact]
    public void Constructor_ShortSecret_IsRefused() => Assert.Throws<ArgumentException>(() => new PersonKeys(new byte[16], "1"));

    [Theory]
    [InlineData("9990000018", true)]
    [InlineData("999 000 0026", true)]
    [InlineData("9990000019", false)]
    [InlineData("999000001", false)]
    [InlineData("99900000180", false)]
    [InlineData("999000001X", false)]
    [InlineData("", false)]
    public void IsValid_Number_FollowsItsCheckDigit(string number, bool valid) => Assert.Equal(valid, NhsNumber.IsValid(Encoding.ASCII.GetBytes(number)));

    [Fact]
    public void IsValid_EveryCheckDigit_AgreesWithTheWrittenRule()
    {
        for (var stem = 999_000_000; stem < 999_000_400; stem++)
        {
            var sum = stem.ToString(System.Globalization.CultureInfo.InvariantCulture).Select((d, i) => (d - '0') * (10 - i)).Sum();
            var check = 11 - sum % 11;
            for (var digit = 0; digit <= 9; digit++)
            {
                Assert.Equal((check == 11 ? 0 : check) == digit, NhsNumber.IsValid(Encoding.ASCII.GetBytes($"{stem}{digit}")));
            }
        }
    }
}
