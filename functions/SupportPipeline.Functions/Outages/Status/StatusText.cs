using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace SupportPipeline.Outages.Status;

/// <summary>Text made fit for pages, feeds and badges. Pure.</summary>
internal static class StatusText
{
    /// <summary>Text as text in HTML and SVG, attributes included.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(Clean(text));

    /// <summary>Text without the characters that XML cannot hold at all, not even escaped.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            if (XmlConvert.IsXmlChar(text[place]))
            {
                clean.Append(text[place]);
            }
            else if (place + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[place + 1], text[place]))
            {
                clean.Append(text, place++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>Text as HTML: an empty line parts paragraphs, and a line stays a line.</summary>
    public static string Paragraphs(string text) =>
        string.Concat(
            text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(paragraph => $"<p>{Encode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")
        );

    /// <summary>A moment, for people and for machines.</summary>
    public static string Time(DateTimeOffset at, StatusWords words) =>
        $"<time datetime=\"{StatusNames.Of(at)}\">{Encode(Moment(at, words))}</time>";

    /// <summary>A moment for people, in UTC because readers live everywhere.</summary>
    public static string Moment(DateTimeOffset at, StatusWords words)
    {
        var utc = at.UtcDateTime;
        return $"{Day(DateOnly.FromDateTime(utc), words)} {utc.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
    }

    /// <summary>A day for people.</summary>
    public static string Day(DateOnly day, StatusWords words) =>
        words.Months.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
            : string.Create(CultureInfo.InvariantCulture, $"{day.Day} {words.Months[day.Month - 1]} {day.Year}");

    /// <summary>Hundredths of a percent as a number: <c>99.98</c>, or <c>99,98</c>.</summary>
    public static string Percent(int hundredths, StatusWords words) =>
        string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}{words.DecimalMark}{hundredths % 100:00}");

    /// <summary>A sentence with its gap filled, as HTML.</summary>
    public static string Fill(string sentence, params ReadOnlySpan<string> html)
    {
        var text = Encode(sentence);
        for (var place = 0; place < html.Length; place++)
        {
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{place}}}"), html[place], StringComparison.Ordinal);
        }

        return text;
    }
}
