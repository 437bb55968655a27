namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Periods that are due by the calendar and not done.</summary>
/// <param name="Ready">Those to whose end an extract reaches, oldest first.</param>
/// <param name="Stale">The first for which none does; it stands for all after it. Null when there is none.</param>
/// <param name="Later">How many come after that one.</param>
internal sealed record DuePeriods<T>(IReadOnlyList<T> Ready, T? Stale, int Later)
    where T : struct;
