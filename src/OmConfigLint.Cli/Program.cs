using System.Runtime.InteropServices;
using OmConfigLint.Cli;
using OmConfigLint.Cli.CommandLine;

using var interruption = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    // The run ends between two files, so that none is left half done.
    context.Cancel = true;
    interruption.Cancel();
});

var terminal = Terminal.Open();
try
{
    using (terminal)
    {
        return CommandDispatcher.Run(
            [.. args], terminal, (options, _) => CheckCommand.Run(terminal, options, interruption.Token), interruption.Token);
    }
}
catch (OperationCanceledException)
{
    return terminal.Fail("interrupted; each file is as it was or wholly fixed");
}
catch (IOException exception)
{
    return terminal.Fail(exception.Message);
}
#pragma warning disable CA1031 // The last resort: a fault of omlint's own has an exit code, and no message that could hold a secret.
catch (Exception exception)
#pragma warning restore CA1031
{
    return terminal.Fail($"omlint failed inside ({exception.GetType().Name}); please report this with the command line");
}
