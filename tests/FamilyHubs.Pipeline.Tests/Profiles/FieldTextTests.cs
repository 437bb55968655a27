using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Tests.Profiles;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData("Did Not Attend", " did not attend ", true)]
    [InlineData("Telephone", "Telephone\r\n", true)]
    [InlineData("Tele phone", "Telephone", false)]
    [InlineData("", "  ", true)]
    public void Equals_Texts_AreTrimmedAndWithoutCase(string left, string right, bool equal)
    {
        Assert.Equal(equal, FieldText.Equals(left.AsSpan(), right.AsSpan()));
        Assert.Equal(equal, FieldText.Comparer.Equals(left, right));
        Assert.Equal(equal, new HashSet<string>(FieldText.Comparer) { left }.Contains(right));
    }

    [Fact]
    public void Equals_Null_IsOnlyNull()
    {
        Assert.True(FieldText.Comparer.Equals(null, null));
        Assert.False(FieldText.Comparer.Equals(null, ""));
    }
}
