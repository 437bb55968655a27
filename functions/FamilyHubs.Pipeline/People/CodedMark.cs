namespace FamilyHubs.Pipeline.People;

/// <summary>A coded record that starts or ends a group.</summary>
/// <param name="At">DateEvent.</param>
/// <param name="Row">RowIdentifier.</param>
internal readonly record struct CodedMark(DateTime At, long Row, CodedMeaning Meaning);
