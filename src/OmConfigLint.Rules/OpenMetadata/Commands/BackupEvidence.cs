using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Looks for what saves the database before a migration, in the job that runs it and in what that job waits for.</summary>
internal static class BackupEvidence
{
    /// <summary>True where something before <paramref name="step"/> of <paramref name="script"/> saves the database.</summary>
    public static bool IsBefore(MigrationStep step, CommandScript script, DocumentAnalysisContext context)
    {
        var position = step.Invocation.Position;
        var isInstallation = step.Invocation.Has("--install", "-i");
        foreach (var document in context.Siblings.Append(context.Document))
        {
            foreach (var other in document.Models.OfType<CommandScript>())
            {
                // Other jobs of a pipeline and targets of a makefile may have run before: their names say what they are for.
                if (other.Job != script.Job)
                    continue;
                if (other.Commands.Any(command => (command.Position < position || command.IsOutOfOrder || step.Invocation.IsOutOfOrder) && BackupStep.Is(command)))
                    return true;
                if (isInstallation && other.Commands.Any(MigrationStep.SetsUpDatabase))
                    return true;
            }
        }

        var host = script.Document.File;
        var tree = script.Document.Tree;
        while (host.Embedding is { } embedding && tree is not MakefileTree && !(tree is YamlTree))
            (host, tree) = (embedding.Host, embedding.HostTree);
        return tree switch
        {
            MakefileTree makefile => IsBefore(makefile, script.Job.Path, context),
            YamlTree yaml => IsBefore(yaml, script.Job, position, host),
            _ => false,
        };
    }

    /// <summary>A prerequisite, or a rule that makes a backup and this target, in that order or another.</summary>
    private static bool IsBefore(MakefileTree tree, string target, DocumentAnalysisContext context)
    {
        var pending = new Stack<string>([target]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var current))
        {
            if (!seen.Add(current))
                continue;
            if (BackupStep.IsNamed(current))
                return true;
            foreach (var rule in tree.Rules.Where(rule => rule.Targets.Any(name => name.Value == current)))
            {
                foreach (var prerequisite in rule.Prerequisites)
                    pending.Push(prerequisite.Value);
            }
        }

        seen.Remove(target);
        if (context.Siblings.SelectMany(document => document.Models.OfType<CommandScript>())
            .Any(script => script.Job.Kind == CommandJobKind.Target && seen.Contains(script.Job.Path) && script.Commands.Any(BackupStep.Is)))
        {
            return true;
        }

        return tree.Rules.Any(rule =>
            (rule.Prerequisites.Any(name => name.Value == target) && rule.Prerequisites.Any(name => BackupStep.IsNamed(name.Value)))
            || (rule.Recipe.Any(line => line.Value.Contains(target, StringComparison.Ordinal)) && rule.Recipe.Any(line => BackupStep.IsNamed(line.Value))));
    }

    private static bool IsBefore(YamlTree tree, CommandJob job, int position, SourceFile host)
    {
        foreach (var document in tree.Documents)
        {
            foreach (var node in document.Root.DescendantsAndSelf())
            {
                if (node is not YamlMapping mapping)
                    continue;
                foreach (var entry in mapping.Entries)
                {
                    if (entry.KeyText is not { } key)
                        continue;

                    // The name of a job, of a service or of a stage.
                    if (BackupStep.IsNamed(key) && entry.Value.Resolved is YamlMapping or YamlSequence)
                        return true;
                    // A database that is there for the job alone.
                    if (key == "services" && job.Kind == CommandJobKind.Pipeline)
                        return true;
                    if (entry.Value is not YamlScalar value)
                        continue;
                    if (key is "name" or "uses" or "image" or "needs" or "stage" or "id" && BackupStep.IsNamed(value.Value) && (job.Kind == CommandJobKind.Container || host.ToOutermost(value.Span).Start < position))
                        return true;
                    if (key == "uses" && (value.Value.Contains("kind", StringComparison.Ordinal) || value.Value.Contains("k3d", StringComparison.Ordinal) || value.Value.Contains("minikube", StringComparison.Ordinal)))
                        return true;
                }
            }
        }

        return false;
    }
}
