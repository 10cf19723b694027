using System.CommandLine;
using SupportPipeline.LocalHost.Commands;

var root = new RootCommand("SupportPipeline on this machine: the whole function app in one process, with stand-ins for the cloud.")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    LoadCommand.Create(),
    AuditCommand.Create(),
    StormCommand.Create(),
    HistoryCommand.Create(),
    BroadcastCommand.Create(),
    TriageCommand.Create(),
    SpikesCommand.Create(),
    MentionsCommand.Create(),
    StartCommand.Create(),
};
ServeCommand.AddTo(root);

// Enough to finish the work in flight and to let Azurite write its files.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(90) };
return await root.Parse(args).InvokeAsync(invocation);
