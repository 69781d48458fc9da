namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A command that brings the database to another release.</summary>
/// <param name="Invocation">The command.</param>
/// <param name="Name">What it is called, for users.</param>
internal sealed record MigrationStep(CommandInvocation Invocation, string Name)
{
    private const string Service = "execute-migrate-all";

    private static readonly string[] Programs = ["openmetadata-ops.sh", "bootstrap_storage.sh"];
    private static readonly string[] Migrations = ["migrate", "migrate-all"];
    private static readonly string[] Questions = ["--help", "-h", "--dry-run"];

    // Options of `helm upgrade` whose argument is the next word.
    private static readonly string[] HelmArguments =
    [
        "-n", "--namespace", "-f", "--values", "--set", "--set-string", "--set-file", "--set-json", "--set-literal", "--version", "--timeout", "--repo", "--kube-context",
        "--kubeconfig", "--history-max", "--post-renderer", "--description", "--username", "--password", "--ca-file", "--cert-file", "--key-file", "-l", "--labels", "-o", "--output",
    ];

    /// <summary>What <paramref name="invocation"/> migrates with; null where it does not.</summary>
    public static MigrationStep? Of(CommandInvocation invocation)
    {
        foreach (var word in invocation.Words)
        {
            if (Questions.Contains(word.Value) || word.Value.StartsWith("--dry-run=", StringComparison.Ordinal))
                return null;
        }

        if (Programs.Contains(invocation.Program))
            return OpenMetadataName.IsIn(invocation.Document.File.Outermost.Text) && invocation.IndexOfCommand(Migrations) is > 0 and var index ? new MigrationStep(invocation, $"{invocation.Program} {invocation.Words[index]}") : null;
        if (invocation.Program == "helm")
            return UpgradesChart(invocation) ? new MigrationStep(invocation, "helm upgrade") : null;
        return StartsService(invocation) ? new MigrationStep(invocation, Service) : null;
    }

    /// <summary>True for <c>helm upgrade --install</c> and <c>helm install</c> of the chart that brings the database along: what sets all of it up.</summary>
    public static bool SetsUpDatabase(CommandInvocation invocation) => invocation.Program == "helm" && ArgumentsOf(invocation) is ["upgrade" or "install", _, var chart, ..]
        && NameOf(chart).StartsWith("openmetadata-dependencies", StringComparison.Ordinal);

    /// <summary>True for <c>helm upgrade openmetadata open-metadata/openmetadata</c>; not for the chart of the dependencies, whose database it is.</summary>
    private static bool UpgradesChart(CommandInvocation invocation) =>
        ArgumentsOf(invocation) is ["upgrade", _, var chart, ..] && IsChart(NameOf(chart));

    private static List<string> ArgumentsOf(CommandInvocation invocation)
    {
        var arguments = new List<string>();
        for (var i = 1; i < invocation.Words.Length; i++)
        {
            var word = invocation.Words[i];
            if (HelmArguments.Contains(word.Value))
                i++;
            else if (!word.IsOption)
                arguments.Add(word.Value);
        }

        return arguments;
    }

    private static string NameOf(string chart) => chart.TrimEnd('/') is var path ? path[(path.LastIndexOf('/') + 1)..] : "";

    private static bool IsChart(string name) => name == "openmetadata"
        || (name.StartsWith("openmetadata-", StringComparison.Ordinal) && name.EndsWith(".tgz", StringComparison.Ordinal) && char.IsAsciiDigit(name["openmetadata-".Length]));

    /// <summary><c>docker compose run execute-migrate-all</c>, or <c>up</c> of that service alone.</summary>
    private static bool StartsService(CommandInvocation invocation)
    {
        if (invocation.Program is not ("docker" or "docker-compose" or "podman" or "podman-compose") || invocation.IndexOfCommand(["run", "up", "start"]) is not (> 0 and var verb))
            return false;
        var services = invocation.Words.Skip(verb + 1).Where(word => !word.IsOption).Select(word => word.Value).ToList();
        return services.Contains(Service) && (invocation.Words[verb].Value == "run" || services.Count == 1);
    }
}
