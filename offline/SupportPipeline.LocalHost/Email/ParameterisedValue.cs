using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportPipeline.LocalHost.Email;

/// <summary>A field such as <c>text/plain; charset="utf-8"</c>, with the extended parameters of RFC 2231.</summary>
internal sealed partial class ParameterisedValue
{
    private readonly Dictionary<string, string> _parameters;

    private ParameterisedValue(string value, Dictionary<string, string> parameters)
    {
        Value = value;
        _parameters = parameters;
    }

    public string Value { get; }

    public static ParameterisedValue Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var semicolon = raw.IndexOf(';', StringComparison.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (semicolon >= 0)
        {
            foreach (Match match in ParameterPattern().Matches(raw, semicolon))
            {
                var quoted = match.Groups["quoted"];
                found.TryAdd(match.Groups["name"].Value, quoted.Success ? Unescape(quoted.Value) : match.Groups["token"].Value.Trim());
            }
        }

        return new ParameterisedValue((semicolon < 0 ? raw : raw[..semicolon]).Trim(), found);
    }

    /// <summary>The decoded value of a parameter, in whichever of the three notations it came.</summary>
    public string? Parameter(string name)
    {
        if (_parameters.TryGetValue(name + "*", out var extended))
        {
            return DecodeExtended(extended);
        }

        if (_parameters.TryGetValue(name, out var plain))
        {
            return EncodedWords.Decode(plain);
        }

        var pieces = new StringBuilder();
        var isExtended = false;
        for (var i = 0; ; i++)
        {
            var piece = string.Create(CultureInfo.InvariantCulture, $"{name}*{i}");
            if (_parameters.TryGetValue(piece + "*", out var encoded))
            {
                isExtended = true;
                pieces.Append(encoded);
            }
            else if (_parameters.TryGetValue(piece, out var text))
            {
                pieces.Append(text);
            }
            else
            {
                break;
            }
        }

        return pieces.Length == 0 ? null
            : isExtended ? DecodeExtended(pieces.ToString())
            : pieces.ToString();
    }

    /// <summary><c>charset'language'percent-encoded</c>.</summary>
    private static string DecodeExtended(string value)
    {
        var parts = value.Split('\'', 3);
        var (charset, text) = parts.Length == 3 ? (parts[0], parts[2]) : (null, value);
        var quotedPrintable = Encoding.Latin1.GetBytes(text.Replace("=", "=3D", StringComparison.Ordinal).Replace('%', '='));
        return MailCharset.Decode(TransferEncodings.FromQuotedPrintable(quotedPrintable), charset);
    }

    private static string Unescape(string quoted) => EscapePattern().Replace(quoted, "${char}");

    [GeneratedRegex("""(?<name>[^\s;="]+)\s*=\s*(?:"(?<quoted>(?:\\.|[^"\\])*)"?|(?<token>[^;]*))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"\\(?<char>.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapePattern();
}
