using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// The lease of an area for as long as work takes: renewed in the background, so that a batch may take longer than a lease lasts, and given back
/// at the end. When another worker has taken over, <see cref="Token"/> ends the work.
/// </summary>
public sealed class AreaHold : IAsyncDisposable
{
    private readonly AreaLease _leases;
    private readonly CancellationTokenSource _lost;
    private readonly PeriodicTimer _timer;
    private readonly Task _keeping;
    private Task _turn = Task.CompletedTask;
    private TableRow _lease;

    internal AreaHold(AreaLease leases, TableRow lease, TimeProvider time, CancellationToken cancel)
    {
        (_leases, _lease) = (leases, lease);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Token = _lost.Token;

        // The timer runs from now on, whenever the loop gets its first turn.
        _timer = new PeriodicTimer(ExtractLedger.Lease / 3, time);
        _keeping = KeepAsync();
    }

    /// <summary>Cancelled when the caller cancels, or when the lease is lost.</summary>
    public CancellationToken Token { get; }

    /// <summary>Another worker has taken over.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Makes sure that the lease is still held: to be called before what nobody else may do at the same time.</summary>
    /// <exception cref="OperationCanceledException">It is lost: nothing may be written any more.</exception>
    public async Task ConfirmAsync()
    {
        // One after the other: each renewal needs the ETag that the one before was given.
        var turn = new TaskCompletionSource();
        var before = Interlocked.Exchange(ref _turn, turn.Task);
        try
        {
            await before;
            Token.ThrowIfCancellationRequested();
            _lease = await _leases.RenewAsync(_lease, Token);
        }
        catch (TableConflictException)
        {
            IsLost = true;
            _lost.Cancel();
            Token.ThrowIfCancellationRequested();
        }
        finally
        {
            turn.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _keeping;
        await _leases.ReturnAsync(_lease, CancellationToken.None);
        _lost.Dispose();
    }

    private async Task KeepAsync()
    {
        while (!IsLost && await _timer.WaitForNextTickAsync())
        {
            await TryRenewAsync();
        }
    }

    /// <summary>A store that does not answer is asked again at the next turn; the lease lasts for three.</summary>
    private async Task TryRenewAsync()
    {
        try
        {
            await ConfirmAsync();
        }
        catch (Exception)
        {
            // Kept for now, or lost, or no longer wanted; the work finds out by itself.
        }
    }
}
