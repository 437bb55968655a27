using System.Text;
using FamilyHubs.Pipeline.Profiles;

namespace FamilyHubs.Pipeline.Cli.Samples.Writers;

/// <summary>The dialect of an area's files (extracts.md 2).</summary>
internal sealed class CsvStyle
{
    public CsvStyle(ExtractSettings settings)
    {
        Delimiter = (byte)settings.Delimiter[0];
        Qualifier = (byte)settings.Qualifier[0];
        Encoding = settings.Encoding == "utf-8"
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    }

    public byte Delimiter { get; }

    public byte Qualifier { get; }

    public Encoding Encoding { get; }
}
