namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>What left one place when a person was forgotten.</summary>
/// <param name="Store"><c>lake</c>, <c>quarantine</c>, <c>archive</c> or <c>reports</c>.</param>
/// <param name="Name">Table of the lake, or blob below the area.</param>
/// <param name="Rows">Rows, or entries of a list; of the lake, rows of the newest version.</param>
/// <param name="Copies">Rows in all files; of the lake, those of earlier versions among them.</param>
public sealed record ForgottenFrom(string Store, string Name, long Rows, long Copies);
