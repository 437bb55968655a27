using FamilyHubs.Pipeline.Publishing;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Writes a mail and a page so that a browser shows both as their readers see them.</summary>
internal static class PreviewFiles
{
    /// <param name="path">Path and beginning of the files' names.</param>
    public static async Task WriteAsync(string path, MailContent mail, string page, CancellationToken cancel)
    {
        var html = mail.Html;
        foreach (var attachment in mail.Attachments)
        {
            await File.WriteAllBytesAsync($"{path}.{attachment.FileName}", attachment.Content, cancel);
            if (attachment.ContentId is { } id)
            {
                // A browser knows no content ids: the image lies beside the page.
                html = html.Replace($"\"cid:{id}\"", $"\"{Path.GetFileName(path)}.{attachment.FileName}\"", StringComparison.Ordinal);
            }
        }

        await File.WriteAllTextAsync($"{path}.mail.html", html, cancel);
        await File.WriteAllTextAsync($"{path}.mail.txt", mail.Text, cancel);
        await File.WriteAllTextAsync($"{path}.page.html", page, cancel);
    }
}
