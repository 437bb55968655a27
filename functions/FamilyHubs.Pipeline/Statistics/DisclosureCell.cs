namespace FamilyHubs.Pipeline.Statistics;

/// <summary>A count that is published or can be worked out from published ones.</summary>
/// <param name="Code">Decides between cells of one value: the lowest is suppressed first.</param>
/// <param name="Value">The true count.</param>
/// <param name="IsShown">False for a count that stands nowhere in this publication but follows from others, e.g. those not in a numerator.</param>
/// <param name="Earlier">What an earlier publication did with the same count.</param>
/// <param name="Weight">What readers lose with it: of several counts that could be suppressed, one of the lowest weight is.</param>
public readonly record struct DisclosureCell(string Code, int Value, bool IsShown, EarlierPublication Earlier = EarlierPublication.None, int Weight = 0);
