using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

/// <summary>
/// Every HTTP route is on the list of those that no member of staff signs in for, with the reason, or it refuses whoever has not signed in or lacks the
/// role. The functions are called as the host calls them; a route that is added is tested without anybody's doing.
/// </summary>
public sealed class RouteAuthorisationTests(RouteAuthorisationTests.Apps apps) : IClassFixture<RouteAuthorisationTests.Apps>
{
    /// <summary>What proves the caller instead of a sign-in. A route stands here on purpose only.</summary>
    private static readonly Dictionary<string, string> NotForStaff = new(StringComparer.Ordinal)
    {
        ["ReceiveEmail"] = "SendGrid: a function key, and its signature over the raw bytes",
        ["ReceiveDeliveryEvents"] = "SendGrid: a function key, and its signature over the raw bytes",
        ["ReceiveSocialDelivery"] = "platforms: each proves itself by its signature, secret or connector key",
        ["ShowHealth"] = "public: monitors ask it, and it names nothing",
        ["ShowLiveness"] = "public: monitors ask it, and it looks at nothing",
        ["ReceivePurchases"] = "the shop: a function key",
        ["ShowSurvey"] = "public page: a signed token from a mail",
        ["ReceiveSurveyAnswer"] = "public page: a signed token from a mail",
        ["ShowUnsubscribe"] = "public page: a signed token from a mail",
        ["AcceptUnsubscribe"] = "public page: a signed token from a mail",

        // The status page
        ["ShowStatusPage"] = "public: the status page is for everybody",
        ["ShowStatusFile"] = "public: the status page is for everybody",
        ["ShowStatusIncident"] = "public: the status page is for everybody",
        ["ShowStatusBadge"] = "public: shown on other people's pages",
        ["ShowStatusDocument"] = "public: programs of others read it",
        ["ShowStatusList"] = "public: programs of others read it",
        ["ShowAtomHistory"] = "public: feed readers read it",
        ["ShowRssHistory"] = "public: feed readers read it",
        // Audience
        ["CreateSubscription"] = "public: everybody may ask, and only the owner of the address can confirm",
        ["ShowSubscription"] = "public page: a signed token from a mail",
        ["UpdateSubscription"] = "public page: a signed token from a mail",
        ["ShowNoticeUnsubscribe"] = "public page: a signed token from a mail",
        ["AcceptNoticeUnsubscribe"] = "public page: a signed token from a mail",
    };

    private static readonly string[] Roles = ["Agent", "Marketing", "OnCall", "Approver"];

    private static readonly Dictionary<string, MethodInfo> Routes = typeof(SupportPipelineServices)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        .Where(method => Trigger(method) is not null && method.IsDefined(typeof(FunctionAttribute), false))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    public static TheoryData<string> StaffRoutes => [.. Routes.Keys.Except(NotForStaff.Keys).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_route_on_the_list_exists_and_machines_bring_a_key_or_are_named_public()
    {
        Assert.Empty(NotForStaff.Keys.Except(Routes.Keys, StringComparer.Ordinal));
        Assert.All(
            NotForStaff,
            route =>
                Assert.Equal(
                    route.Value.Contains("a function key", StringComparison.Ordinal)
                        ? AuthorizationLevel.Function
                        : AuthorizationLevel.Anonymous,
                    Trigger(Routes[route.Key])!.AuthLevel
                )
        );
        Assert.True(Routes.Count > 15);
    }

    /// <summary>host.json has no prefix, because the status page lies beside <c>api</c>: a route that forgets it would be somewhere else.</summary>
    [Fact]
    public void A_route_begins_with_api_unless_it_is_the_status_pages()
    {
        string[] besides = ["history.atom", "history.rss", "status", "status/badge/{file}", "status/incidents/{file}", "status/{file}"];

        Assert.Equal(
            besides,
            Routes
                .Values.Select(method => Trigger(method)!.Route ?? "")
                .Where(route => !route.StartsWith("api/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(StaffRoutes))]
    public async Task Whoever_has_not_signed_in_is_refused(string route) =>
        Assert.Equal(401, await CallAsync(route, isSignInOn: true, null));

    [Theory]
    [MemberData(nameof(StaffRoutes))]
    public async Task A_principal_that_somebody_made_up_is_refused(string route)
    {
        Assert.Equal(401, await CallAsync(route, isSignInOn: false, Principal("Admin")));
        Assert.Equal(401, await CallAsync(route, isSignInOn: true, "bm90IGpzb24="));
    }

    [Theory]
    [MemberData(nameof(StaffRoutes))]
    public async Task Who_has_no_role_or_the_wrong_one_is_refused_and_an_admin_is_let_in(string route)
    {
        Assert.Equal(403, await CallAsync(route, isSignInOn: true, Principal()));
        Assert.Equal(403, await CallAsync(route, isSignInOn: true, Principal("agent", "Owner")));
        var answers = new List<int?>();
        foreach (var role in Roles)
        {
            answers.Add(await CallAsync(route, isSignInOn: true, Principal(role)));
        }

        Assert.Contains(403, answers);
        Assert.DoesNotContain(401, answers);
        Assert.NotEqual(403, await CallAsync(route, isSignInOn: true, Principal("Admin")) ?? 0);
    }

    /// <summary>The status of a refusal; null when the call went past the door, where nothing is to be had: there is no storage and the call is cancelled.</summary>
    private async Task<int?> CallAsync(string route, bool isSignInOn, string? principal)
    {
        var services = isSignInOn ? apps.WithSignIn : apps.WithoutSignIn;
        var method = Routes[route];
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = Trigger(method)!.Methods?[0].ToUpperInvariant() ?? "GET";
        if (principal is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        }

        var function = method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        var arguments = method.GetParameters().Select(parameter => Argument(parameter.ParameterType, context)).ToArray();
        try
        {
            var answer = method.Invoke(function, arguments) switch
            {
                Task<IResult> later => await later,
                IResult now => now,
                var other => throw new InvalidOperationException(
                    $"{route} answers with {other?.GetType().Name ?? "nothing"}, not with a result."
                ),
            };
            return answer is IStatusCodeHttpResult { StatusCode: 401 or 403 } refused ? refused.StatusCode : null;
        }
        catch (Exception exception) when (exception.GetBaseException() is OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Route parameters are made up.</summary>
    private static object? Argument(Type type, DefaultHttpContext context) =>
        type == typeof(HttpRequest) ? context.Request
        : type == typeof(CancellationToken) ? new CancellationToken(canceled: true)
        : type == typeof(string) ? "01m82c1jbfxnqnzxmrt1btfjxt"
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static string Principal(params string[] roles)
    {
        var claims = roles
            .Select(role => $$"""{"typ":"roles","val":"{{role}}"}""")
            .Prepend("""{"typ":"preferred_username","val":"eve@desk.example"}""");
        return Convert.ToBase64String(
            Encoding.UTF8.GetBytes($$"""{"auth_typ":"aad","role_typ":"roles","claims":[{{string.Join(',', claims)}}]}""")
        );
    }

    private static HttpTriggerAttribute? Trigger(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(found => found is not null);

    /// <summary>The app as it is deployed, and as it is when nobody has switched the platform's sign-in on; made once, because it compiles what it knows.</summary>
    public sealed class Apps : IDisposable
    {
        /// <summary>With the platform's sign-in.</summary>
        public ServiceProvider WithSignIn { get; } = Pipeline.Create(settings: ("WEBSITE_AUTH_ENABLED", "true"));

        /// <summary>Without it.</summary>
        public ServiceProvider WithoutSignIn { get; } = Pipeline.Create();

        /// <inheritdoc/>
        public void Dispose()
        {
            WithSignIn.Dispose();
            WithoutSignIn.Dispose();
        }
    }
}
