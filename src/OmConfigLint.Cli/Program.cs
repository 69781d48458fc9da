using OmConfigLint.Cli.CommandLine;

using var terminal = Terminal.Open();
return CommandDispatcher.Run([.. args], terminal, (_, _) => 0);
