using System.Text.RegularExpressions;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class FileFormatsTests
{
    [Theory]
    [InlineData("docker-compose.yml", FileFormat.Yaml)]
    [InlineData("VALUES.YAML", FileFormat.Yaml)]
    [InlineData("workflow.json", FileFormat.Json)]
    [InlineData("Dockerfile", FileFormat.Dockerfile)]
    [InlineData("docker/Dockerfile.ingestion", FileFormat.Dockerfile)]
    [InlineData("ingestion.dockerfile", FileFormat.Dockerfile)]
    [InlineData(".env", FileFormat.Dotenv)]
    [InlineData("deploy/.env.production", FileFormat.Dotenv)]
    [InlineData("requirements.txt", FileFormat.Requirements)]
    [InlineData("airflow/dev-requirements.in", FileFormat.Requirements)]
    [InlineData("constraints-3.10.txt", FileFormat.Requirements)]
    [InlineData("pyproject.toml", FileFormat.Toml)]
    [InlineData("loader/Pipfile", FileFormat.Toml)]
    [InlineData("setup.cfg", FileFormat.Ini)]
    [InlineData("tox.ini", FileFormat.Ini)]
    [InlineData("airflow.cfg", FileFormat.Ini)]
    [InlineData("mysql/my.cnf", FileFormat.MySqlOptions)]
    [InlineData("conf.d/openmetadata.cnf", FileFormat.MySqlOptions)]
    [InlineData("my.ini", FileFormat.MySqlOptions)]
    [InlineData("postgresql.conf", FileFormat.PostgreSqlConf)]
    [InlineData("data/postgresql.auto.conf", FileFormat.PostgreSqlConf)]
    [InlineData("upgrade.sh", FileFormat.Shell)]
    [InlineData("Makefile", FileFormat.Make)]
    [InlineData("GNUmakefile", FileFormat.Make)]
    [InlineData("build/rules.mk", FileFormat.Make)]
    [InlineData("dags/profiler.py", FileFormat.Python)]
    [InlineData("explore.ipynb", FileFormat.Notebook)]
    [InlineData("tune.sql", FileFormat.Sql)]
    [InlineData("profiler.yaml.j2", FileFormat.Yaml)]
    [InlineData("config/ingestion.yaml.TMPL", FileFormat.Yaml)]
    [InlineData("Dockerfile.jinja2", FileFormat.Dockerfile)]
    [InlineData("requirements.txt.template", FileFormat.Requirements)]
    [InlineData("user_data.sh.tftpl", FileFormat.Shell)]
    [InlineData("workflow.json.tpl", FileFormat.Json)]
    [InlineData("_helpers.tpl", null)]
    [InlineData("index.html.j2", null)]
    [InlineData("nginx.conf", null)]
    [InlineData("Makefile.am", null)]
    [InlineData("notes.txt", null)]
    [InlineData("Cargo.toml", null)]
    [InlineData("Pipfile.lock", null)]
    [InlineData("Dockerfiles/notes", null)]
    [InlineData("README.md", null)]
    public void A_name_tells_the_format(string path, FileFormat? format)
    {
        Assert.Equal(format, FileFormats.Of(path));
        Assert.Equal(format is not null, Regex.IsMatch(path, FileFormats.NamePattern, RegexOptions.IgnoreCase));
    }

    [Fact]
    public void The_hooks_ask_for_these_names() =>
        Assert.All(
            File.ReadLines(Path.Combine(SharedMaterial.RepositoryRoot, ".pre-commit-hooks.yaml")).Where(line => line.Contains("files:", StringComparison.Ordinal)),
            line => Assert.Equal("  files: " + FileFormats.NamePattern, line));
}
