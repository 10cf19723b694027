using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace SupportPipeline.Intake;

/// <summary>Gives each tag of a mail its meaning in plain text; <see cref="QuotedLines"/> lays the text out.</summary>
internal sealed class HtmlTextWriter
{
    /// <summary>Open elements remembered. Deeper ones are only counted, which bounds the search for the one that an end tag closes.</summary>
    private const int MaxOpen = 200;

    /// <summary>Longest link address shown; longer ones are tracking codes that tell a reader nothing.</summary>
    private const int MaxLink = 500;

    private readonly QuotedLines _lines = new();
    private readonly List<OpenElement> _open = [];
    private int _notRemembered;
    private int _hidden;
    private int _preformatted;
    private int _lists;

    private sealed class OpenElement(string name)
    {
        internal string Name { get; } = name;

        internal int Quotes { get; set; }

        internal bool IsReplyContainer { get; init; }

        internal bool IsHidden { get; init; }

        internal int Items { get; set; }

        internal string? Link { get; init; }

        internal int TextStart { get; init; }
    }

    internal void Text(string text)
    {
        if (_hidden == 0)
        {
            _lines.Append(text, _preformatted > 0);
        }
    }

    internal void Start(HtmlTagToken tag)
    {
        Break(tag.Name, enclosingLists: 0);
        switch (tag.Name)
        {
            case "br":
                _lines.EndLine();
                break;
            case "img" when _hidden == 0:
                _lines.Append(tag.GetAttribute("alt") ?? "", preformatted: false);
                break;
            case "td" or "th" when _lines.HasText:
                _lines.Append(" | ", preformatted: false);
                break;
            case "li" when _hidden == 0:
                StartItem();
                break;
        }

        if (_hidden == 0 && ReplyContainers.IsSignature(tag))
        {
            // What plain text would have above a signature (RFC 3676, 4.3).
            _lines.EndLineIfAny();
            _lines.Append("--", preformatted: false);
            _lines.EndLine();
        }

        if (ReplyContainers.BeginsQuoteToTheEnd(tag))
        {
            _lines.Quote(1);
        }

        Remember(tag);
    }

    internal void End(string name)
    {
        Break(name, enclosingLists: 1);
        if (!HtmlTags.IsRemembered(name) && !_open.Exists(open => open.Name == name))
        {
            return;
        }

        if (_notRemembered > 0)
        {
            _notRemembered--;
            return;
        }

        var index = _open.FindLastIndex(open => open.Name == name);
        for (var i = _open.Count - 1; i >= index && index >= 0; i--)
        {
            Close(_open[i]);
            _open.RemoveAt(i);
        }

        if (name == "blockquote" && index >= 0)
        {
            EndReplyContainerAfterItsQuote();
        }
    }

    internal string Finish() => _lines.Finish();

    private void Remember(HtmlTagToken tag)
    {
        var isHidden = HtmlTags.IsHidden(tag);
        if (tag.IsSelfClosing || HtmlTags.IsVoid(tag.Name) || (!isHidden && !HtmlTags.IsRemembered(tag.Name)))
        {
            return;
        }

        if (_open.Count >= MaxOpen)
        {
            _notRemembered++;
            return;
        }

        var isContainer = ReplyContainers.IsContainer(tag);
        var open = new OpenElement(tag.Name)
        {
            Quotes = isContainer || tag.Name == "blockquote" ? 1 : 0,
            IsReplyContainer = isContainer,
            IsHidden = isHidden,
            Link = tag.Name == "a" ? tag.GetAttribute("href") : null,
            TextStart = _lines.LineLength,
        };
        _open.Add(open);
        _hidden += isHidden ? 1 : 0;
        _preformatted += tag.Name == "pre" ? 1 : 0;
        _lists += HtmlTags.IsList(tag.Name) ? 1 : 0;
        _lines.Quote(open.Quotes);
    }

    private void Close(OpenElement open)
    {
        if (open.Link is { } link && _hidden == 0)
        {
            ShowLink(link.Trim(), _lines.LineFrom(open.TextStart).Trim());
        }

        _hidden -= open.IsHidden ? 1 : 0;
        _preformatted -= open.Name == "pre" ? 1 : 0;
        _lists -= HtmlTags.IsList(open.Name) ? 1 : 0;
        _lines.Quote(-open.Quotes);
    }

    // Gmail puts an answer between the quoted parts inside its container, after the first quotation.
    private void EndReplyContainerAfterItsQuote()
    {
        if (_open.FindLast(open => open.IsReplyContainer && open.Name == "div" && open.Quotes > 0) is { } container)
        {
            _lines.Quote(-container.Quotes);
            container.Quotes = 0;
        }
    }

    private void StartItem()
    {
        var list = _open.FindLast(open => HtmlTags.IsList(open.Name));
        var mark = list?.Name == "ol" ? $"{(++list.Items).ToString(CultureInfo.InvariantCulture)}. " : "- ";
        _lines.Append(new string(' ', Math.Clamp(_lists - 1, 0, 5) * 2) + mark, preformatted: true);
    }

    private void ShowLink(string link, string text)
    {
        var isKnown = HtmlTags.LinkSchemes.Any(scheme => link.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        if (isKnown && link.Length <= MaxLink && text.Length > 0 && !HtmlTags.IsSameAddress(link, text))
        {
            _lines.Append($" ({link})", preformatted: false);
        }
    }

    // A list inside a list is part of its item, so no blank line sets it apart.
    private void Break(string name, int enclosingLists)
    {
        if (HtmlTags.IsParagraph(name) && !(HtmlTags.IsList(name) && _lists > enclosingLists))
        {
            _lines.EndParagraph();
        }
        else if (HtmlTags.IsLine(name) || HtmlTags.IsList(name))
        {
            _lines.EndLineIfAny();
        }
    }
}
