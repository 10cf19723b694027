using System.Text.Json.Serialization;
using SendGrid.Helpers.Mail.Model;

namespace SendGrid.Helpers.Mail
{
    /// <summary>One body of a message.</summary>
    public class Content
    {
        public Content() { }

        public Content(string type, string value)
        {
            Type = type;
            Value = value;
        }

        /// <summary>Media type, for example <see cref="PlainTextContent"/>'s <c>text/plain</c>.</summary>
        [JsonPropertyName("type")]
        public string Type { get; set; }

        /// <summary>The text; the API wants at least one character.</summary>
        [JsonPropertyName("value")]
        public string Value { get; set; }
    }
}

namespace SendGrid.Helpers.Mail.Model
{
    /// <summary>A <c>text/plain</c> body.</summary>
    public class PlainTextContent : Content
    {
        public PlainTextContent(string value)
            : base(MimeType.Text, value) { }
    }

    /// <summary>A <c>text/html</c> body.</summary>
    public class HtmlContent : Content
    {
        public HtmlContent(string value)
            : base(MimeType.Html, value) { }
    }
}
