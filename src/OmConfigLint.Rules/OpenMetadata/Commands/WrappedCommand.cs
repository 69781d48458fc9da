using System.Collections.Immutable;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Finds the command that another one starts: <c>sudo metadata ingest</c>, <c>docker run --rm IMAGE metadata ingest</c>, <c>kubectl exec … -- …</c>.</summary>
internal static class WrappedCommand
{
    private static readonly string[] Wrappers =
    [
        "sudo", "env", "exec", "nohup", "time", "nice", "timeout", "command", "xargs", "uv", "uvx", "poetry", "pipenv", "pipx", "hatch", "rye", "pdm", "conda", "mamba",
        "micromamba", "docker", "docker-compose", "podman", "podman-compose", "nerdctl", "kubectl", "oc", "ssh", "gosu", "chroot", "dotenv", "aws-vault", "op", "doppler",
        "tini", "dumb-init", "wait-for-it.sh", "wait-for-it", "wait-for", "dockerize", "retry", "python", "python3", "su", "bash", "sh", "source", ".",
    ];

    private static readonly string[] Programs =
        ["openmetadata-ops.sh", "bootstrap_storage.sh", "helm", "mysqldump", "mariadb-dump", "mydumper", "pg_dump", "pg_dumpall", "xtrabackup"];

    /// <summary>The index of the program among <paramref name="words"/>: 0, or that of one that rules know, behind one that starts others.</summary>
    public static int StartIn(ImmutableArray<CommandWord> words)
    {
        if (!Wrappers.Contains(words[0].Name) && words[0].Value is not ['$', ..] && !words[0].IsOption)
            return 0;
        for (var i = 1; i < words.Length; i++)
        {
            if (Programs.Contains(words[i].Name) || MetadataCommands.IndexIn(words, i) > 0)
                return i;
        }

        return 0;
    }
}
