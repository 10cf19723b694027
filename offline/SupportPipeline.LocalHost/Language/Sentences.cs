using System.Runtime.InteropServices;

namespace SupportPipeline.LocalHost.Language;

/// <summary>A sentence and where it begins, in UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int Offset, string Text);

/// <summary>Cuts a text into sentences: after full-width ends, at line ends, and after the other ends when a space follows.</summary>
internal static class Sentences
{
    public static IEnumerable<Sentence> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsAt(text, at))
            {
                continue;
            }

            if (Trimmed(text, start, at + 1) is { } sentence)
            {
                yield return sentence;
            }

            start = at + 1;
        }

        if (Trimmed(text, start, text.Length) is { } last)
        {
            yield return last;
        }
    }

    private static bool EndsAt(string text, int at)
    {
        if (at + 1 == text.Length)
        {
            return false;
        }

        var isLast = !IsEnd(text[at + 1]);
        return text[at] is '\n' || (isLast && text[at] is ('。' or '！' or '？')) || (IsEnd(text[at]) && char.IsWhiteSpace(text[at + 1]));
    }

    private static bool IsEnd(char character) => character is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static Sentence? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > start ? new Sentence(start, text[start..end]) : null;
    }
}
