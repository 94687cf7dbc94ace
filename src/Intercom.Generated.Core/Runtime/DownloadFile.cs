using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>A file to which a download is saved. It is complete, or has the suffix .part.</summary>
internal sealed class DownloadFile(string path, IProgress<long>? progress)
{
    private const int BufferSize = 81_920;

    // A transfer that makes progress goes on. One that breaks this often in a row without any does not.
    private const int MostFailures = 3;

    private readonly string _path = Path.GetFullPath(
        string.IsNullOrEmpty(path) ? throw new ArgumentException("The path cannot be empty.", nameof(path)) : path);

    /// <summary>Saves a download. The caller disposes it.</summary>
    public async Task SaveAsync(IntercomDownload download, CancellationToken cancellationToken)
    {
        var isResumable = download.PositionAt(0) is not null;
        var part = PartOf(download.PositionAt(0)?.Tag);
        try
        {
            // Only one writer can have the file open, so that two transfers never mix.
            using (var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, BufferSize, useAsync: true))
            {
                await TransferAsync(download, file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            Replace(part);
        }
        catch when (!isResumable)
        {
            File.Delete(part);
            throw;
        }
    }

    private async Task TransferAsync(IntercomDownload first, FileStream file, CancellationToken cancellationToken)
    {
        var failures = 0;
        IntercomDownload? rest = null;
        try
        {
            if (file.Length > 0 && file.Length <= first.Length && first.PositionAt(file.Length) is { } position)
            {
                if (file.Length == first.Length)
                    return;
                rest = await first.ResumeAsync(position, cancellationToken).ConfigureAwait(false);
            }

            while (true)
            {
                var current = rest ?? first;
                var start = current.Offset;
                file.Position = start;
                file.SetLength(start);
                try
                {
                    await CopyAsync(current.Content, file, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (IntercomException e) when (e is IntercomConnectionException or IntercomTimeoutException)
                {
                    failures = file.Position > start ? 0 : failures + 1;
                    if (failures == MostFailures || first.PositionAt(file.Position) is not { } broken)
                        throw;
                    rest?.Dispose();
                    rest = await first.ResumeAsync(broken, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            rest?.Dispose();
        }
    }

    private async Task CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (true)
        {
            var count = await content.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return;
            await file.WriteAsync(buffer, 0, count, cancellationToken).ConfigureAwait(false);
            progress?.Report(file.Position);
        }
    }

    // The name contains the version of the file on the server, so that only the rest of the same file is ever appended. Transfers that
    // cannot resume have a name of their own, so that two of them do not meet.
    private string PartOf(string? tag)
    {
        var id = tag is null ? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture).Substring(0, 16) : Hash(tag);
        return $"{_path}.{id}.part";
    }

    private static string Hash(string tag)
    {
#if NET
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(tag)), 0, 8);
#else
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(tag)), 0, 8).Replace("-", string.Empty);
#endif
    }

    private void Replace(string part)
    {
#if NET
        File.Move(part, _path, overwrite: true);
#else
        if (File.Exists(_path))
            File.Replace(part, _path, destinationBackupFileName: null);
        else
            File.Move(part, _path);
#endif
    }
}
