using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

public sealed class CsvCustomersTests
{
    private const string Header = "id,email,name,language,region,plan,products,components,tags\n";

    [Fact]
    public async Task A_row_says_who_somebody_is_and_what_they_use()
    {
        var rows = await ReadAsync(Header + "7,Mia@Customer.example,Mia Jones,en,EU,Pro,Blender; Kettle,search;checkout;Checkout,vip\n");

        var customer = Assert.Single(rows).Customer!;
        Assert.Equal(("7", "Mia@customer.example", "Mia Jones", "en"), (customer.Id, customer.Email, customer.Name, customer.Language));
        Assert.Equal(("EU", "Pro"), (customer.Region, customer.Plan));
        Assert.Equal(["blender", "kettle"], customer.Products);
        Assert.Equal(["checkout", "search"], customer.Components);
        Assert.Equal(["vip"], customer.Tags);
    }

    [Fact]
    public async Task Columns_come_in_any_order_and_most_may_be_missing()
    {
        var rows = await ReadAsync("Email, ID\nmia@customer.example,7");

        var customer = Assert.Single(rows).Customer!;
        Assert.Equal(("7", "mia@customer.example", null, "und"), (customer.Id, customer.Email, customer.Name, customer.Language));
        Assert.Empty(customer.Components);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Quotes_commas_and_line_breaks_may_be_inside_quotes(string lineBreak)
    {
        var text = string.Join(
            lineBreak,
            "id,email,name",
            "1,a@customer.example,\"Jones, Mia\"",
            "2,b@customer.example,\"Mia \"\"M\"\" Jones\"",
            "3,c@customer.example,\"Mia",
            "Jones\"",
            "4,d@customer.example,\"\"",
            ""
        );

        var rows = await ReadAsync(text);

        Assert.Equal(["Jones, Mia", "Mia \"M\" Jones", "Mia Jones", null], rows.Select(row => row.Customer!.Name));
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var body = new Body([.. Encoding.UTF8.Preamble, .. "id,email\n1,a@customer.example"u8]);

        Assert.Equal("1", Assert.Single(await ListAsync(body)).Customer!.Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100_000)]
    public async Task Bad_rows_are_named_by_their_line_and_good_ones_around_them_go_in(int piece)
    {
        string[] lines =
        [
            "id,email,name,language,tags",
            "1,a@customer.example,Ann,en,",
            "2,nobody,Bob,en,",
            "",
            "3,c@customer.example,\"Cy",
            "Young\",en,",
            ",d@customer.example,Dan,en,",
            "5,e@customer.example,Eve",
            "6,f@customer.example,F\"red,en,",
            "7,g@customer.example,\"Gus\"x,en,",
            "8,h@customer.example,Hal,english please,",
            $"9,i@customer.example,Ida,en,{string.Join(';', Enumerable.Range(0, 51))}",
            $"10,j@customer.example,Jo,en,{new string('x', 101)}",
            "11,k@customer.example,Kim,ru,",
        ];

        var rows = await ListAsync(Body.Of(string.Join('\n', lines), piece));

        Assert.Equal(["1", "3", "11"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
        Assert.Equal(
            [
                (3, "email-invalid"),
                (7, "id-invalid"),
                (8, "columns-invalid"),
                (9, "quote-invalid"),
                (10, "quote-invalid"),
                (11, "language-invalid"),
                (12, "list-too-long"),
                (13, "value-too-long"),
            ],
            rows.Where(row => row.Problem is not null).Select(row => (row.Problem!.Line, row.Problem.Reason))
        );
    }

    [Fact]
    public async Task A_quote_that_nobody_closed_spoils_one_row_only()
    {
        var rows = await ReadAsync(
            "id,email,name\n1,a@customer.example,\"Ann\n2,b@customer.example,Bob\n3,c@customer.example,\"Cy, Young\"\n4,d@customer.example,Dan\n"
        );

        Assert.Equal(["2", "3", "4"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
        var problem = Assert.Single(rows, row => row.Problem is not null).Problem!;
        Assert.Equal(
            (2, "quote-invalid", "Something stands behind the quote that closes a cell."),
            (problem.Line, problem.Reason, problem.Detail)
        );
    }

    [Fact]
    public async Task A_quote_that_is_open_at_the_end_spoils_its_own_line_only()
    {
        var rows = await ReadAsync("id,email,name\n1,a@customer.example,\"Ann\n2,b@customer.example,Bob\n");

        Assert.Equal(["2"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
        Assert.Equal(
            (2, "A quote is not closed."),
            rows.Where(row => row.Problem is not null).Select(row => (row.Problem!.Line, row.Problem.Detail)).Single()
        );
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over_and_counted()
    {
        var text =
            $"id,email,name\n1,a@customer.example,{new string('x', 200_000)}\n2,b@customer.example,Bob\n3,c@customer.example,\"{new string('y', 40_000)}\n{new string('y', 40_000)}\"\n";

        var rows = await ListAsync(Body.Of(text, 4_096));

        Assert.Equal(["2"], rows.Where(row => row.Customer is not null).Select(row => row.Customer!.Id));
        Assert.Equal((2, "line-too-long"), (rows[0].Problem!.Line, rows[0].Problem!.Reason));
        Assert.Equal((4, "quote-invalid"), (rows[2].Problem!.Line, rows[2].Problem!.Reason));
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_named()
    {
        byte[] bytes = [.. "id,email,name\n1,a@customer.example,J"u8, 0xF6, .. "rg\n2,b@customer.example,Bob"u8];

        var rows = await ListAsync(new Body(bytes));

        Assert.Equal((2, "encoding-invalid"), (rows[0].Problem!.Line, rows[0].Problem!.Reason));
        Assert.Equal("2", rows[1].Customer!.Id);
    }

    [Theory]
    [InlineData("", "The body is empty: the first row names the columns.")]
    [InlineData("id,name\n", "The header needs at least the columns id and email.")]
    [InlineData(
        "id,email,id\n",
        "Column 3 of the header is unknown or there twice; the columns are id,email,name,language,region,plan,products,components,tags."
    )]
    [InlineData(
        "id;email\n",
        "Column 1 of the header is unknown or there twice; the columns are id,email,name,language,region,plan,products,components,tags."
    )]
    [InlineData("id,em\"ail\n", "The header cannot be read. A quote stands inside a cell that does not begin with one.")]
    public async Task A_header_that_cannot_be_used_stops_the_import(string text, string expected)
    {
        var exception = await Assert.ThrowsAsync<ImportFormatException>(() => ReadAsync(text));

        Assert.Equal(expected, exception.Message);
    }

    private static Task<List<ImportRow>> ReadAsync(string text) => ListAsync(Body.Of(text));

    private static Task<List<ImportRow>> ListAsync(Body body) => Body.ListAsync(CsvCustomers.ReadAsync(body, CancellationToken.None));
}
