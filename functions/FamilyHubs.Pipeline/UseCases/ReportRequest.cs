namespace FamilyHubs.Pipeline.UseCases;

/// <summary>Which page is asked for.</summary>
/// <param name="Area">Area as given in the address.</param>
/// <param name="Period">Week or month as given in the address; null for the newest.</param>
/// <param name="Code">The one place asked for; null for all that the reader may see.</param>
public sealed record ReportRequest(string Area, string? Period = null, string? Code = null);
