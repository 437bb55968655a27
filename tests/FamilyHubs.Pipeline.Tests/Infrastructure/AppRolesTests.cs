using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>infra/app-roles.json, from which the app registration gets its roles.</summary>
public sealed partial class AppRolesTests
{
    private static IEnumerable<string> Values => RepositoryFiles.Json("infra/app-roles.json").EnumerateArray().Select(r => r.GetProperty("value").GetString()!);

    [Fact]
    public void Roles_AreAllThatTheCodeKnows()
    {
        var code = RepositoryFiles.Read("functions/FamilyHubs.Pipeline/Access/ReaderAccess.cs");
        var known = List().Matches(code).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups[1].Value).Append("informatics").Distinct();

        Assert.Empty(known.Except(Values, StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_AreUnique() =>
        Assert.Equal(Values.Count(), RepositoryFiles.Json("infra/app-roles.json").EnumerateArray().Select(r => r.GetProperty("id").GetGuid()).Distinct().Count());

    [GeneratedRegex(@"Roles = \[[^\]]*\]")]
    private static partial Regex List();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Quoted();
}
