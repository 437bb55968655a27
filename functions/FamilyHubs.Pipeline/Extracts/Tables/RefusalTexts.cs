using FamilyHubs.Pipeline.Extracts.Contracts;

namespace FamilyHubs.Pipeline.Extracts.Tables;

/// <summary>Sentences for refused rows. They name place and rule, never what a cell holds.</summary>
internal static class RefusalTexts
{
    public static ValidationFinding Finding(Refusal refusal)
    {
        var (message, remedy) = refusal.Reason switch
        {
            ReasonCodes.BadDate => ("The cell is no date of the form that the file has.", "Correct the date in the quarantined row and replay it."),
            ReasonCodes.BadInteger => ("The cell is no whole number of at most 64 bits.", "Correct the number in the quarantined row and replay it."),
            ReasonCodes.BadNumber => ("The cell is no number with a decimal point.", "Correct the number in the quarantined row and replay it."),
            ReasonCodes.BadBoolean => ("The cell is none of TRUE, FALSE, 1, 0, Y and N.", "Correct the cell in the quarantined row and replay it."),
            ReasonCodes.MissingKey => ("The cell is empty, and without it the row belongs to nothing.", "Fill the cell in the quarantined row and replay it."),
            ReasonCodes.TooFewFields => ("The record has fewer cells than the header.", "Complete the quarantined row and replay it."),
            ReasonCodes.TooManyFields => ("The record has more cells than the header.", "Put quotes around cells that hold a delimiter, and replay the row."),
            ReasonCodes.UnclosedQuote => ("The record has a quote that is not closed, or not doubled within its cell.", "Correct the quotes of the quarantined row and replay it."),
            ReasonCodes.BadAddress => ("The cell is no e-mail address.", "Correct the address and send the file again."),
            ReasonCodes.DuplicateRecipient => ("The address stands in an earlier row.", "Give each person one row; several codes or reports are parted by ;"),
            ReasonCodes.UnknownArea => (
                "The cell is empty, or has a code that the profile does not have.", "Use codes of the area, its quadrants and districts, parted by ;"),
            _ => ("The row cannot be read.", "Correct the quarantined row and replay it."),
        };

        // Returns and reference files are corrected and sent again as a whole.
        remedy = ContractCatalog.IsExtractTable(refusal.Table) || remedy.EndsWith(';') || remedy.EndsWith("again.", StringComparison.Ordinal)
            ? remedy
            : "Correct the row and send the file again.";
        return new ValidationFinding(Severity.Row, refusal.Reason, refusal.Table, refusal.Line, refusal.Column, message, remedy);
    }
}
