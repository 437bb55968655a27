using FamilyHubs.Pipeline.Ports;

namespace FamilyHubs.Pipeline.Ledger;

/// <summary>
/// The lease of an area for as long as work takes: renewed in the background, so that a batch may take longer than a lease lasts, and given back
/// at the end. When another worker has taken over, <see cref="Token"/> ends the work.
/// </summary>
public sealed class AreaHold : IAsyncDisposable
{
    private readonly AreaLease _leases;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _keeping;
    private TableRow _lease;

    internal AreaHold(AreaLease leases, TableRow lease, TimeProvider time, CancellationToken cancel)
    {
        (_leases, _lease) = (leases, lease);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Token = _lost.Token;

        // The timer runs from now on, whenever the loop gets its first turn.
        _keeping = KeepAsync(new PeriodicTimer(ExtractLedger.Lease / 3, time));
    }

    /// <summary>Cancelled when the caller cancels, or when the lease is lost.</summary>
    public CancellationToken Token { get; }

    /// <summary>Another worker has taken over.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Makes sure that the lease is still held: to be called before what nobody else may do at the same time.</summary>
    /// <exception cref="OperationCanceledException">It is lost: nothing may be written any more.</exception>
    public async Task ConfirmAsync()
    {
        await _one.WaitAsync(Token);
        try
        {
            _lease = await _leases.RenewAsync(_lease, Token);
        }
        catch (TableConflictException)
        {
            IsLost = true;
            await _lost.CancelAsync();
            Token.ThrowIfCancellationRequested();
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        await _leases.ReturnAsync(_lease, CancellationToken.None);
        _end.Dispose();
        _lost.Dispose();
        _one.Dispose();
    }

    private async Task KeepAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (!IsLost && await timer.WaitForNextTickAsync(_end.Token))
                {
                    await TryRenewAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // The work is over, or the lease is lost.
            }
        }
    }

    /// <summary>A store that does not answer is asked again at the next turn; the lease lasts for three.</summary>
    private async Task TryRenewAsync()
    {
        try
        {
            await ConfirmAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Kept for now; the work finds out by itself whether the store is there.
        }
    }
}
