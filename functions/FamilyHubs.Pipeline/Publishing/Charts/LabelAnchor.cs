namespace FamilyHubs.Pipeline.Publishing.Charts;

/// <summary>Which part of a label stands at its X.</summary>
public enum LabelAnchor
{
    Start,
    Middle,
    End,
}
