using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using MultiLine.Api.Http;
using MultiLine.Grains.Interfaces.Exports;

namespace MultiLine.Api.Exports;

/// <summary>Writes an export into the response, piece by piece as the grains read it.</summary>
/// <param name="export">Which one.</param>
/// <param name="grain">Reads it.</param>
/// <param name="skip">How many lines are not sent, because they are there already.</param>
internal sealed class ExportDownload(ExportCard export, IExportGrain grain, long skip) : IResult
{
    public const string JsonLines = "jsonl";

    /// <summary>The media type of JSON lines. There is no registered one.</summary>
    public const string Lines = "application/x-ndjson";

    public const string Archive = MediaTypeNames.Application.Zip;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        var isLines = export.Format == JsonLines;
        response.ContentType = isLines ? Lines : Archive;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Sandbox.Closed;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"multiline-{export.Id}.{(isLines ? JsonLines : $"{export.Format}.zip")}",
        }.ToString();
        if (isLines)
        {
            await WriteLines(response.Body, httpContext.RequestAborted);
        }
        else
        {
            // Entry headers are written at once, whatever is asked for.
            httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            await WriteArchive(response.Body, httpContext.RequestAborted);
        }
    }

    /// <summary>The digest at the end is over everything before it, sent or not.</summary>
    private async Task WriteLines(Stream body, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = 0L;
        var piece = await grain.ReadLines(export.Id, null);
        while (true)
        {
            foreach (var line in piece.Lines)
            {
                hash.AppendData(line);
                if (lines++ >= skip)
                {
                    await body.WriteAsync(line, cancellationToken);
                }
            }

            if (piece.After is null)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            piece = await grain.ReadLines(export.Id, piece.After);
        }

        if (lines >= skip)
        {
            await body.WriteAsync(await grain.EndLines(lines, Convert.ToHexStringLower(hash.GetCurrentHash())), cancellationToken);
        }
    }

    private async Task WriteArchive(Stream body, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        FilesPiece? piece = null;
        while (piece is null || piece.After is not null)
        {
            piece = await grain.ReadFiles(export.Id, piece?.After);
            foreach (var file in piece.Files)
            {
                var entry = archive.CreateEntry(file.Name);
                entry.LastWriteTime = export.At;
                await using var content = await entry.OpenAsync(cancellationToken);
                await content.WriteAsync(file.Bytes, cancellationToken);
            }
        }
    }
}
