using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using SupportPipeline.Platform;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Configuration.LeaveOutUnresolvedSecrets();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddSupportPipeline(builder.Configuration);
await builder.Build().RunAsync();
