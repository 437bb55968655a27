namespace FamilyHubs.Pipeline.Extracts.Contracts;

/// <summary>Forms that a text must have (extracts.md 5).</summary>
public enum TextForm
{
    Any,

    /// <summary><c>2019-03</c>.</summary>
    Month,

    /// <summary><c>2019-03</c>, <c>2018/19 Q4</c> or <c>2018/19</c>.</summary>
    Period,
}
