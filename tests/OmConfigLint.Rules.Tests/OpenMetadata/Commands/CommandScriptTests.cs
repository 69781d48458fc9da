using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;

namespace OmConfigLint.Rules.Tests.OpenMetadata.Commands;

/// <summary>The commands of every kind of file, as rules see them: what runs them, and their words.</summary>
public sealed class CommandScriptTests
{
    [Theory]
    [InlineData("run.sh", "sudo metadata ingest -c a.yaml", "Script : metadata ingest -c a.yaml")]
    [InlineData("run.sh", "docker run --rm -v $PWD:/x openmetadata/ingestion:1.5.0 metadata ingest -c /x/a.yaml", "Script : metadata ingest -c /x/a.yaml")]
    [InlineData("run.sh", "python -m metadata ingest -c a.yaml", "Script : metadata ingest -c a.yaml")]
    [InlineData("run.sh", "ssh host 'cd om && metadata ingest -c a.yaml'", "Script : ssh host cd om && metadata ingest -c a.yaml | Script : cd om | Script : metadata ingest -c a.yaml")]
    [InlineData("run.sh", "ssh host <<EOF\nmetadata ingest -c a.yaml\nEOF\n", "Script : ssh host | Script : metadata ingest -c a.yaml")]
    [InlineData("run.sh", "docker exec om bash -lc \"metadata ingest -c $FILE\"", "Script : docker exec om bash -lc metadata ingest -c $FILE | Script : metadata ingest -c $FILE")]
    [InlineData("run.sh", "echo metadata ingest -c a.yaml", "Script : echo metadata ingest -c a.yaml")]
    [InlineData("Makefile", "F = a.yaml\n\nrun: venv\n\t@metadata ingest \\\n\t  -c $(F)\n\t-echo $$HOME\n", "Target run: metadata ingest -c ${F} | Target run: echo $HOME")]
    [InlineData("Dockerfile", "FROM a\nRUN metadata ingest -c a.yaml\n", "Image : metadata ingest -c a.yaml")]
    [InlineData("Dockerfile", "FROM openmetadata/ingestion:1.5.0\nCMD [\"metadata\", \"ingest\", \"-c\", \"a.yaml\"]\n", "Image : metadata ingest -c a.yaml")]
    [InlineData("Dockerfile", "FROM a\nENTRYPOINT [\"sh\", \"-c\", \"metadata ingest -c a.yaml\"]\n", "Image : sh -c metadata ingest -c a.yaml | Image : metadata ingest -c a.yaml")]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n      - run: |\n          metadata ingest \\\n            -c ${{ inputs.file }}\n", "Pipeline jobs.a: metadata ingest -c ${_expression}")]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n      - run: |\n          cat > a.yaml <<'EOF'\n          name: ${{ inputs.name }}\n          EOF\n          metadata ingest -c ${{ inputs.file }}\n", "Pipeline jobs.a: cat | Pipeline jobs.a: metadata ingest -c ${_expression}")]
    [InlineData("action.yml", "runs:\n  using: composite\n  steps:\n    - run: metadata ingest -c ${{ env.FILE }}\n", "Pipeline runs: metadata ingest -c ${FILE}")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - F=a.yaml\n    - metadata ingest -c $F\n", "Pipeline a: metadata ingest -c $F")]
    [InlineData("azure-pipelines.yml", "steps:\n  - bash: metadata ingest -c a.yaml\n", "Pipeline : metadata ingest -c a.yaml")]
    [InlineData("Taskfile.yml", "tasks:\n  a:\n    cmds:\n      - metadata ingest -c a.yaml\n", "Pipeline tasks.a: metadata ingest -c a.yaml")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: openmetadata/ingestion:1.5.0\n    command: metadata ingest -c a.yaml\n", "Container services.a: metadata ingest -c a.yaml")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: openmetadata/ingestion:1.5.0\n    entrypoint: [metadata]\n    command: [ingest, -c, a.yaml]\n", "Container services.a: metadata ingest -c a.yaml")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: openmetadata/ingestion:1.5.0\n    entrypoint: [bash]\n    command: [\"-c\", \"metadata ingest -c a.yaml && true\"]\n", "Container services.a: bash -c metadata ingest -c a.yaml && true | Container services.a: metadata ingest -c a.yaml | Container services.a: true")]
    [InlineData("job.yaml", "apiVersion: batch/v1\nkind: Job\nspec:\n  template:\n    spec:\n      containers:\n        - image: openmetadata/ingestion:1.5.0\n          command: [metadata, ingest]\n          args: [-c, a.yaml]\n", "Container : metadata ingest -c a.yaml")]
    [InlineData("map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  run.sh: |\n    metadata ingest -c a.yaml\n", "Script data.run.sh: metadata ingest -c a.yaml")]
    [InlineData("argo.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n    - script:\n        image: openmetadata/ingestion:1.5.0\n        source: |\n          metadata ingest -c {{inputs.file}}\n", "Container : metadata ingest -c ${_expression}")]
    [InlineData("values.yaml", "description: metadata ingest -c a.yaml runs it\n", "")]
    public void Commands(string path, string text, string expected) => Assert.Equal(expected, string.Join(" | ", Find(path, text)));

    [Theory]
    [InlineData("mysqldump om > om.sql", true)]
    [InlineData("docker exec mysql mysqldump om", true)]
    [InlineData("./scripts/backup.sh", true)]
    [InlineData("make db-dump", true)]
    [InlineData("aws rds create-db-snapshot --db-instance-identifier om", true)]
    [InlineData("az mysql flexible-server backup create", true)]
    [InlineData("gcloud sql backups create --instance om", true)]
    [InlineData("gcloud sql export sql om gs://bucket/om.sql", true)]
    [InlineData("velero create om", true)]
    [InlineData("docker compose down --volumes", true)]
    [InlineData("kind create cluster", true)]
    [InlineData("kubectl --context kind-dev get pods", true)]
    [InlineData("psql -c 'DROP DATABASE openmetadata_db'", true)]
    [InlineData("echo 'take a backup'", false)]
    [InlineData("docker compose down", false)]
    [InlineData("docker pull openmetadata/server:1.6.0-SNAPSHOT", false)]
    [InlineData("kubectl get pods", false)]
    public void Steps_that_save_a_database_or_throw_it_away(string command, bool expected) =>
        Assert.Equal(expected, Invocations("run.sh", "openmetadata=1\n" + command).Any(BackupStep.Is));

    [Theory]
    [InlineData("./bootstrap/openmetadata-ops.sh migrate", "openmetadata-ops.sh migrate")]
    [InlineData("./bootstrap/openmetadata-ops.sh -d migrate --force", "openmetadata-ops.sh migrate")]
    [InlineData("./bootstrap/openmetadata-ops.sh migrate-secrets", null)]
    [InlineData("./bootstrap/openmetadata-ops.sh reindex", null)]
    [InlineData("docker compose run --rm --entrypoint /opt/openmetadata/bootstrap/bootstrap_storage.sh server migrate-all", "bootstrap_storage.sh migrate-all")]
    [InlineData("helm upgrade openmetadata open-metadata/openmetadata", "helm upgrade")]
    [InlineData("helm -n om upgrade --install om ./charts/openmetadata/ -f values.yaml", "helm upgrade")]
    [InlineData("helm upgrade --version 1.6.3 om openmetadata-1.6.3.tgz", "helm upgrade")]
    [InlineData("helm upgrade om open-metadata/openmetadata-dependencies", null)]
    [InlineData("helm upgrade om open-metadata/openmetadata --dry-run=server", null)]
    [InlineData("helm install om open-metadata/openmetadata", null)]
    [InlineData("helm upgrade openmetadata-mysql bitnami/mysql", null)]
    [InlineData("docker compose run --rm execute-migrate-all", "execute-migrate-all")]
    [InlineData("docker compose up -d execute-migrate-all", "execute-migrate-all")]
    [InlineData("docker compose up -d mysql execute-migrate-all openmetadata-server", null)]
    public void Steps_that_migrate_a_database(string command, string? expected) => Assert.Equal(
        expected, Invocations("run.sh", "openmetadata=1\n" + command).Select(MigrationStep.Of).FirstOrDefault(step => step is not null)?.Name);

    private static IEnumerable<string> Find(string path, string text) =>
        Scripts(path, text).SelectMany(script => script.Commands.Select(command => $"{script.Job.Kind} {script.Job.Path}: {command}"));

    private static IEnumerable<CommandInvocation> Invocations(string path, string text) => Scripts(path, text).SelectMany(script => script.Commands);

    private static List<CommandScript> Scripts(string path, string text)
    {
        var file = new SourceFile(path, "/" + path, text);
        Assert.True(FileFormats.TryParse(file, out var tree, out _));
        return Scripts(new ConfigDocument(file, tree, 0, WorkspaceModels.Bind));
    }

    private static List<CommandScript> Scripts(ConfigDocument document)
    {
        var scripts = document.Models.OfType<CommandScript>().ToList();
        foreach (var embedded in EmbeddedDocuments.Find(document))
        {
            var inner = new SourceFile(new Embedding(document.File, document.Tree, embedded.Text));
            if (FileFormats.TryParse(inner.Text, embedded.Format, out var tree, out _))
                scripts.AddRange(Scripts(new ConfigDocument(inner, tree, 0, WorkspaceModels.Bind)));
        }

        return scripts;
    }
}
