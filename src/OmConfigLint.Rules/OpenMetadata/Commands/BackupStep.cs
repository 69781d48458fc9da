using System.Buffers;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>
/// Tells commands that save a database, or throw it away, from all others: where one comes before a migration there is nothing to warn of. Names are
/// trusted: a script or target that is called backup is one.
/// </summary>
internal static class BackupStep
{
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["backup", "back-up", "back_up", "dump", "snapshot", "velero", "xtrabackup", "pgbackrest", "barman", "wal-g", "restic", "sql export", "backed up"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Disposals = ["drop-create", "drop-create-all", "dropdb", "kind", "k3d", "minikube", "microk8s", "uninstall"];

    /// <summary>True where <paramref name="invocation"/> saves the database, or what it does says that there is nothing to save.</summary>
    public static bool Is(CommandInvocation invocation)
    {
        // `echo "take a backup first"` takes none.
        if (invocation.Program is "echo" or "printf" or ":")
            return false;
        var all = string.Join(' ', invocation.AllWords.Select(word => word.Value));
        return IsNamed(all) || Disposes(invocation, all) || (all.Contains("gcloud", StringComparison.Ordinal) && all.Contains("export sql", StringComparison.Ordinal));
    }

    /// <summary>True for a name that says backup, dump or snapshot; the snapshot of a release is none.</summary>
    public static bool IsNamed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Names) is >= 0 and var at)
        {
            if (!IsReleaseSnapshot(text, at))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }

    // `1.6.0-SNAPSHOT`
    private static bool IsReleaseSnapshot(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("snapshot", StringComparison.OrdinalIgnoreCase) && at > 1 && text[at - 1] == '-' && char.IsAsciiDigit(text[at - 2]);

    private static bool Disposes(CommandInvocation invocation, string all)
    {
        foreach (var word in invocation.AllWords)
        {
            // `kubectl --context kind-dev`
            if (Disposals.Contains(word.Name) || word.Value.StartsWith("kind-", StringComparison.Ordinal) || word.Value.StartsWith("k3d-", StringComparison.Ordinal))
                return true;
        }

        return invocation.AllWords[0].Name is "docker" or "docker-compose" or "podman" or "podman-compose"
            ? (invocation.IndexOfCommand(["down", "rm"]) > 0 && invocation.Has("-v", "--volumes")) || all.Contains("volume rm", StringComparison.Ordinal) || all.Contains("volume prune", StringComparison.Ordinal)
            : all.Contains("drop database", StringComparison.OrdinalIgnoreCase);
    }
}
