namespace FamilyHubs.Pipeline.Tests.Infrastructure;

/// <summary>A row of docs/settings.md.</summary>
internal sealed record SettingRow(string Name, string ReadBy, string SetBy)
{
    public static IReadOnlyList<SettingRow> All { get; } = [.. RepositoryFiles.TableRows("docs/settings.md", "setting").Select(r => new SettingRow(r[0].Trim('`'), r[1], r[2]))];
}
