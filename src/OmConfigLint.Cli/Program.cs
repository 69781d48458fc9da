using OmConfigLint.Cli;
using OmConfigLint.Cli.CommandLine;

using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The run ends between two files, so that none is left half done.
    press.Cancel = true;
    interruption.Cancel();
};

using var terminal = Terminal.Open();
try
{
    return CommandDispatcher.Run([.. args], terminal, (options, _) => new CheckCommand(terminal, options).Run(interruption.Token), interruption.Token);
}
catch (OperationCanceledException)
{
    return terminal.Fail("interrupted; each file is as it was or wholly fixed");
}
