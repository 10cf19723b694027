namespace SendGrid;

/// <summary>The two media types every message body is made of.</summary>
public class MimeType
{
    /// <summary><c>text/html</c>.</summary>
    public static readonly string Html = "text/html";

    /// <summary><c>text/plain</c>.</summary>
    public static readonly string Text = "text/plain";
}
