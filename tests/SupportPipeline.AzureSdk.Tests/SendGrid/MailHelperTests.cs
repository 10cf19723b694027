using SendGrid.Helpers.Mail;
using SupportPipeline.AzureSdk.Tests.Http;

namespace SupportPipeline.AzureSdk.Tests.SendGrid;

public sealed class MailHelperTests
{
    private static readonly EmailAddress Desk = new("desk@example.com");
    private static readonly List<EmailAddress> Two = [new("a@example.com"), new("b@example.com")];

    [Fact]
    public void Writes_one_copy_for_each_recipient()
    {
        var message = MailHelper.CreateSingleEmailToMultipleRecipients(Desk, Two, "All", "Hi", "<p>Hi</p>");

        JsonAssert.Equal(
            """
            {"from":{"email":"desk@example.com"},"subject":"All",
             "personalizations":[{"to":[{"email":"a@example.com"}]},{"to":[{"email":"b@example.com"}]}],
             "content":[{"type":"text/plain","value":"Hi"},{"type":"text/html","value":"<p>Hi</p>"}]}
            """,
            message.Serialize()
        );
    }

    [Fact]
    public void Writes_one_copy_for_all_when_they_may_see_each_other()
    {
        var message = MailHelper.CreateSingleEmailToMultipleRecipients(Desk, Two, "All", "Hi", "", showAllRecipients: true);

        Assert.Equal(Two, Assert.Single(message.Personalizations).Tos);
        Assert.Equal("text/plain", Assert.Single(message.Contents).Type);
    }

    [Fact]
    public void Writes_a_subject_and_substitutions_of_its_own_for_each()
    {
        var message = MailHelper.CreateMultipleEmailsToMultipleRecipients(
            Desk,
            Two,
            ["One", "Two"],
            "Hi -n-",
            null,
            [Values("-n-", "A"), Values("-n-", "B")]
        );

        JsonAssert.Equal(
            """
            {"from":{"email":"desk@example.com"},
             "personalizations":[
               {"to":[{"email":"a@example.com"}],"subject":"One","substitutions":{"-n-":"A"}},
               {"to":[{"email":"b@example.com"}],"subject":"Two","substitutions":{"-n-":"B"}}],
             "content":[{"type":"text/plain","value":"Hi -n-"}]}
            """,
            message.Serialize()
        );
    }

    [Fact]
    public void Fills_a_template_for_one_for_many_and_for_each()
    {
        var data = new { name = "Jo" };

        var one = MailHelper.CreateSingleTemplateEmail(Desk, Two[0], "d-1", data);
        var many = MailHelper.CreateSingleTemplateEmailToMultipleRecipients(Desk, Two, "d-1", data);
        var each = MailHelper.CreateMultipleTemplateEmailsToMultipleRecipients(Desk, Two, "d-1", [data, new { name = "Al" }]);

        JsonAssert.Equal(
            """
            {"from":{"email":"desk@example.com"},"template_id":"d-1",
             "personalizations":[{"to":[{"email":"a@example.com"}],"dynamic_template_data":{"name":"Jo"}}]}
            """,
            one.Serialize()
        );
        Assert.Equal([data, data], many.Personalizations.Select(p => p.TemplateData));
        Assert.Equal([data, new { name = "Al" }], each.Personalizations.Select(p => p.TemplateData));
        Assert.Throws<ArgumentException>(() => MailHelper.CreateSingleTemplateEmail(Desk, Two[0], " ", data));
    }

    [Theory]
    [InlineData("jo@example.com", "jo@example.com", "")]
    [InlineData("Jo Doe <jo@example.com>", "jo@example.com", "Jo Doe")]
    [InlineData("\"Doe, Jo\" <jo@example.com>", "jo@example.com", "\"Doe, Jo\"")]
    public void Takes_an_address_apart(string text, string email, string name)
    {
        var address = MailHelper.StringToEmailAddress(text);

        Assert.Equal(email, address.Email);
        Assert.Equal(name, address.Name);
    }

    private static Dictionary<string, string> Values(string key, string value) => new(StringComparer.Ordinal) { [key] = value };
}
