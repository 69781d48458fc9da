using OmConfigLint.Rules.Agreement;

namespace OmConfigLint.Rules.Tests.Agreement;

public sealed class DeploymentLayoutTests
{
    [Theory]
    [InlineData("docker-compose.yml", "requirements.txt", true)]
    [InlineData("docker/docker-compose.yml", "airflow/dags/mysql.py", true)]
    [InlineData("shop/docker/compose.yml", "shop/ingestion/Dockerfile", true)]
    [InlineData("shop/docker/compose.yml", "bakery/ingestion/Dockerfile", false)]
    [InlineData("docker-compose.yml", "crawler/requirements.txt", false)]
    [InlineData("deploy/dev/compose.yml", "deploy/prod/compose.yml", false)]
    [InlineData("openmetadata/1.4/compose.yml", "openmetadata/1.5/compose.yml", false)]
    [InlineData("values-dev.yaml", "values-prod.yaml", false)]
    [InlineData("values-prod.yaml", "values.yaml", false)]
    [InlineData("values-prod.yaml", "chart-prod.yaml", true)]
    [InlineData("compose-1.4.yml", "compose-1.5.yml", false)]
    [InlineData("docker-compose.yml", "requirements-dev.txt", false)]
    [InlineData("k8s/server.yaml", "k8s/ingestion.yaml", true)]
    public void Joins_files_of_one_deployment(string path, string other, bool isJoined)
    {
        var files = new MemoryFiles([], OpenMetadataRules.Create());

        Assert.Equal(isJoined, DeploymentLayout.Joins(path, other, files));
        Assert.Equal(isJoined, DeploymentLayout.Joins(other, path, files));
    }

    [Fact]
    public void A_kustomization_is_joined_to_its_own_folder_alone()
    {
        var files = new MemoryFiles([("k8s/kustomization.yaml", "resources: []\n")], OpenMetadataRules.Create());

        Assert.True(DeploymentLayout.Joins("k8s/server.yaml", "k8s/ingestion.yaml", files));
        Assert.False(DeploymentLayout.Joins("k8s/server.yaml", "docker/docker-compose.yml", files));
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", true)]
    [InlineData("service/.gitlab-ci.yml", true)]
    [InlineData("ci/compose.yml", false)]
    [InlineData("gitlab.yml", false)]
    public void Knows_jobs_of_a_ci_system(string path, bool isCi) => Assert.Equal(isCi, DeploymentLayout.IsCi(path));
}
