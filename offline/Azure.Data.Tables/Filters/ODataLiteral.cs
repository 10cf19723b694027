using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Filters;

#nullable enable

/// <summary>Values as the service's filter language writes them.</summary>
internal static class ODataLiteral
{
    /// <summary>A filter whose holes are filled with literals: quoted, escaped, typed. Nothing a value contains can leave its literal.</summary>
    /// <exception cref="ArgumentException">A value's type has no literal.</exception>
    public static string? Fill(FormattableString? filter)
    {
        if (filter is null)
        {
            return null;
        }

        var literals = new object?[filter.ArgumentCount];
        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] =
                Of(filter.GetArgument(i))
                ?? throw new ArgumentException(
                    $"Unable to convert argument {i} from type {filter.GetArgument(i)!.GetType()} to an OData literal.",
                    nameof(filter)
                );
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>One literal; null when the type has none.</summary>
    public static string? Of(object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            string text => Quote(text),
            char letter => Quote(letter.ToString()),
            StringBuilder text => Quote(text.ToString()),
            long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
            double number => OfDouble(number),
            float number => OfDouble(number),
            sbyte or byte or short or ushort or int or uint or decimal => string.Create(CultureInfo.InvariantCulture, $"{value}"),
            Guid id => $"guid'{id:D}'",
            DateTimeOffset date => OfDate(date.UtcDateTime),
            DateTime date => OfDate(date.ToUniversalTime()),
            byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
            BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
            _ => null,
        };

    /// <summary>Text inside quotes.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{Escape(text)}'";

    private static string OfDate(DateTime utc) =>
        string.Create(CultureInfo.InvariantCulture, $"datetime'{utc:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}'");

    // A whole number keeps its point, so that it is still a Double to the service.
    private static string OfDouble(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInteger(number) && !text.Contains('E', StringComparison.Ordinal) ? text + ".0" : text;
    }
}
