using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class OrganisationFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("organisation").FullName, "florist.json");

    [Fact]
    public async Task The_file_that_the_setting_names_says_who_writes_and_what_is_sent()
    {
        await File.WriteAllTextAsync(_file, """{"name":"Rose and Thorn","automation":{"refund-received":"draft"}}""");
        await using var desk = await Desk.OpenAsync(With);
        var maria = new Customer(desk, "maria@customer.example");

        await maria.OpensAsync(maria.Letter());
        var tom = new Customer(desk, "tom@customer.example");
        var asked = await tom.OpensAsync(tom.Letter() with { Subject = "Refund for order 55", Text = "Please refund order 55." });

        Assert.EndsWith("Rose and Thorn\n", (await maria.MailsAsync())[0].Text, StringComparison.Ordinal);
        Assert.Contains("refund-received draft wants-refund", asked.OnlyMessage.Decided);
    }

    [Theory]
    [InlineData("""{"name":"Rose and Thorn","langages":["en"]}""", "florist.json:1")]
    [InlineData("""{"name":"Rose and Thorn","automation":{"our-mistake":"send"}}""", "automation.our-mistake")]
    public async Task A_mistake_in_it_stops_the_start_and_is_named(string text, string named)
    {
        await File.WriteAllTextAsync(_file, text);

        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => Desk.OpenAsync(With));

        Assert.Contains(named, stopped.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private LocalHostOptions With(LocalHostOptions options) =>
        options with
        {
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Organisation:File"] = _file },
        };
}
