using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FamilyHubs.Pipeline.StandInTests.Worker;

public sealed class FunctionAttributeTests
{
    [Fact]
    public void Name_Given_IsKept() => Assert.Equal("IngestExtract", new FunctionAttribute("IngestExtract").Name);

    [Fact]
    public void Usage_Always_IsMethodsOnly() =>
        Assert.Equal(AttributeTargets.Method, typeof(FunctionAttribute).GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn);
}
