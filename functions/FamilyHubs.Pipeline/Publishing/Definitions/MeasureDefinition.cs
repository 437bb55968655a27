namespace FamilyHubs.Pipeline.Publishing.Definitions;

/// <summary>What a measure counts, in words made from the profile.</summary>
/// <param name="Kind">One of <see cref="DefinitionKinds"/>.</param>
/// <param name="Numerator">What is counted; for a plain count all there is.</param>
/// <param name="Denominator">Of what; a dash for a plain count.</param>
/// <param name="Window">Within which time; a dash where there is none.</param>
/// <param name="Source">Which records, or whose return.</param>
/// <param name="Target">Target in words; a dash where there is none.</param>
public sealed record MeasureDefinition(
    string Kind, string Id, string Title, string Numerator, string Denominator, string Window, string Source, string Target);
