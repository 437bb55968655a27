namespace FamilyHubs.Pipeline.People;

/// <summary>A home address of a person.</summary>
/// <param name="Since">DateEvent.</param>
/// <param name="To">Day from which it holds no more; <see cref="DateOnly.MaxValue"/> without end.</param>
/// <param name="Row">RowIdentifier.</param>
/// <param name="Postcode">Number in the <see cref="PostcodeReference"/>, or -1.</param>
internal readonly record struct HomeSpell(DateTime Since, DateOnly To, long Row, int Postcode);
