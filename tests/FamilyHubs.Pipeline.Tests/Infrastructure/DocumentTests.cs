using System.Text.RegularExpressions;

namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>Links between the documents lead somewhere.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Pages =>
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md", "infra/README.md", "infra/first/README.md" },
        .. Directory.EnumerateFiles(RepositoryFiles.At("docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(RepositoryFiles.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFiles(string page) => Assert.All(
        Link().Matches(RepositoryFiles.Read(page)).Select(m => m.Groups[1].Value).Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith('#')),
        to =>
        {
            var path = Path.Combine(Path.GetDirectoryName(RepositoryFiles.At(page))!, to.Split('#')[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page} leads to {to}, which is not there.");
        });

    [Fact]
    public void Decisions_AreAllInTheirIndex()
    {
        var index = RepositoryFiles.Read("docs/decisions/README.md");

        Assert.All(
            Directory.EnumerateFiles(RepositoryFiles.At("docs/decisions"), "0*.md").Select(f => Path.GetFileName(f)!), file => Assert.Contains($"]({file})", index, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
