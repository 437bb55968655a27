using System.Globalization;
using FamilyHubs.Pipeline.Figures.Monthly;
using FamilyHubs.Pipeline.Periods;
using FamilyHubs.Pipeline.UseCases;
using Spectre.Console;

namespace FamilyHubs.Pipeline.Cli;

/// <summary><c>monthly --revisions</c>: as first reported, as now, and the reason.</summary>
internal static class MonthlyRevisionsOutput
{
    public static async Task<int> RunAsync(Terminal terminal, Workspace workspace, string area, Month month, bool json, CancellationToken cancel)
    {
        if (await workspace.Get<ListMonthlyRevisions>().RunAsync(area, month, cancel) is not { } revisions)
        {
            terminal.Bad($"No figures of {area} {month} are published, so there is nothing to revise. Make them first: familyhubs monthly --area {area} --month {month}");
            return CommandLine.Refused;
        }

        if (json)
        {
            Terminal.Json(revisions);
            return CommandLine.Done;
        }

        terminal.Line($"First reported from extract {revisions.First.Extract} (run {revisions.First.Run}), now from {revisions.Now.Extract} (run {revisions.Now.Run}).");
        if (revisions.Changes.Count == 0)
        {
            terminal.Line("No figure changed.");
            return CommandLine.Done;
        }

        terminal.Table(TableOf(revisions.Changes));
        return CommandLine.Done;
    }

    private static Table TableOf(IReadOnlyList<RevisedFigure> changes)
    {
        var table = new Table().AddColumns("Section", "Level", "Code", "Figure").AddColumns(Right("First"), Right("Now"), Right("Difference")).AddColumn("Why");
        foreach (var change in changes)
        {
            table.AddRow(
                change.Section, change.Level, Markup.Escape(change.Code), Markup.Escape($"{change.Item} {change.Measure}"), Shown(change.First), Shown(change.Now),
                Shown(change.Difference), Markup.Escape(change.Reason ?? string.Empty));
        }

        return table;
    }

    private static string Shown(FigureValue figure) => figure is { Numerator: { } numerator, Denominator: { } denominator }
        ? $"{Shown(figure.Value)} ({Shown(numerator)}/{Shown(denominator)})"
        : Shown(figure.Value);

    private static string Shown(double? value) =>
        value is { } known ? Math.Round((decimal)known, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture) : "-";

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();
}
