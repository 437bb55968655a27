using FamilyHubs.Pipeline.Columns;
using FamilyHubs.Pipeline.Lake.Staging;

namespace FamilyHubs.Pipeline.Lake.Merging;

/// <summary>A place in a run.</summary>
internal sealed class RunCursor(Run run, int number, KeyOrder order, TableSchema target) : IDisposable
{
    private IEnumerator<ColumnSet>? _pieces;

    /// <summary>Position of the run in the batch: of two rows with one key the one of the greater number counts.</summary>
    public int Number { get; } = number;

    /// <summary>The piece that the cursor is in; null until <see cref="Open"/>.</summary>
    public RowWindow? Window { get; private set; }

    public int Row { get; private set; }

    /// <summary>Order value of the row the cursor is at.</summary>
    public long Lead { get; private set; } = run.FirstLead;

    public void Open()
    {
        _pieces = run.Read().GetEnumerator();
        NextPiece();
    }

    /// <summary>Goes on by some rows of the piece; false when the run has no more.</summary>
    public bool Advance(int rows)
    {
        Row += rows;
        if (Row < Window!.Count)
        {
            Lead = Window.Leads[Row];
            return true;
        }

        return NextPiece();
    }

    /// <summary>Order by key, then by position in the batch, the later run first.</summary>
    public static int Compare(RunCursor a, RunCursor b)
    {
        var order = a.Lead.CompareTo(b.Lead);
        if (order == 0 && a.Window is not null && b.Window is not null)
        {
            order = KeyOrder.Compare(a.Window, a.Row, b.Window, b.Row);
        }

        return order != 0 ? order : b.Number.CompareTo(a.Number);
    }

    public void Dispose() => _pieces?.Dispose();

    private bool NextPiece()
    {
        if (!_pieces!.MoveNext())
        {
            return false;
        }

        Window = new RowWindow(_pieces.Current, order, target);
        Row = 0;
        Lead = Window.Leads[0];
        return true;
    }
}
