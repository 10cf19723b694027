using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Platform;

/// <summary>Registers the organisation: its file is read and checked when it is first needed, which the playbook sees to at start.</summary>
internal static class OrganisationServices
{
    /// <summary>The setting that names the file; without it <c>organisation.json</c> beside the app is read.</summary>
    public const string FileSetting = "Organisation:File";

    private const string DefaultFile = "organisation.json";

    public static IServiceCollection AddOrganisation(this IServiceCollection services) =>
        services.AddSingleton(provider => Load(provider.GetRequiredService<IConfiguration>()));

    /// <summary>Reads the file that the configuration names.</summary>
    private static Organisation Load(IConfiguration configuration)
    {
        var path = configuration[FileSetting] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, DefaultFile);
        return File.Exists(path)
            ? new Organisation(OrganisationFile.Parse(File.ReadAllText(path), Path.GetFileName(path)))
            : throw new FormatException($"{FileSetting}: there is no file '{Path.GetFileName(path)}'.");
    }
}
