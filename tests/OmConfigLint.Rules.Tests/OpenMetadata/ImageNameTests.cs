using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Tests.OpenMetadata;

public sealed class ImageNameTests
{
    [Theory]
    [InlineData("openmetadata/server:1.5.0", " | | server | 1.5.0 | ")]
    [InlineData("  openmetadata/server:1.5.0\n", " | | server | 1.5.0 | ")]
    [InlineData("docker.getcollate.io/openmetadata/ingestion-base-slim:1.5.0.1", "docker.getcollate.io | | ingestion-base-slim | 1.5.0.1 | ")]
    [InlineData("localhost/openmetadata/db:1.5.0", "localhost | | db | 1.5.0 | ")]
    [InlineData("registry:5000/hub/proxy/openmetadata/postgresql", "registry:5000 | hub/proxy | postgresql | None | ")]
    [InlineData("mirror/openmetadata/ingestion:1.5.0", " | mirror | ingestion | 1.5.0 | ")]
    [InlineData("openmetadata/server:1.5.0@sha256:0abc", " | | server | 1.5.0 | sha256:0abc")]
    [InlineData("openmetadata/server@sha256:0abc", " | | server | None | sha256:0abc")]
    [InlineData("docker://openmetadata/ingestion:1.5.0", " | | ingestion | 1.5.0 | ")]
    [InlineData("openmetadata/server:${TAG:-1.5.0}", " | | server | 1.5.0 of TAG | ")]
    [InlineData("openmetadata/server:${TAG-${OTHER:-1.5.0}}", " | | server | 1.5.0 of TAG | ")]
    [InlineData("openmetadata/server:$TAG", " | | server | Variable of TAG | ")]
    [InlineData("openmetadata/server:${TAG:?set it}", " | | server | Variable of TAG | ")]
    [InlineData("${REGISTRY:-docker.io/mirror}/openmetadata/server:1.5.0", "${REGISTRY:-docker.io/mirror} | | server | 1.5.0 | ")]
    [InlineData("${IMAGE:-openmetadata/server:1.5.0}", " | | server | 1.5.0 | ")]
    [InlineData("openmetadata/server:${{ inputs.tag }}", " | | server | Expression | ")]
    [InlineData("openmetadata/server:{{ .Values.tag }}", " | | server | Expression | ")]
    [InlineData("openmetadata/server:1.5.${PATCH}", " | | server | Expression | ")]
    [InlineData("openmetadata/server:${TAG:+1.5.0}", " | | server | Expression of TAG | ")]
    [InlineData("openmetadata/server:local", " | | server | local | ")]
    [InlineData("openmetadata/ingestion:/opt/airflow/dags", null)]
    [InlineData("./openmetadata/ingestion", null)]
    [InlineData("/srv/openmetadata/server", null)]
    [InlineData("~/openmetadata/server", null)]
    [InlineData("https://github.com/openmetadata/server", null)]
    [InlineData("openmetadata/ingestion/requirements.txt", null)]
    [InlineData("openmetadata/ingestions:1.5.0", null)]
    [InlineData("my-openmetadata/server:1.5.0", null)]
    [InlineData("the image openmetadata/server:1.5.0", null)]
    [InlineData("openmetadata/server:1.5.0 is the image", null)]
    [InlineData("openmetadata/server:", null)]
    [InlineData("openmetadata/server:1.5.0@", null)]
    [InlineData("open-metadata/server:1.5.0", null)]
    [InlineData("openmetadata/", null)]
    [InlineData("", null)]
    public void Is_taken_apart(string text, string? parts) => Assert.Equal(parts, ImageName.Parse(text) is { } name ? Show(text, name) : null);

    private static string Show(string text, ImageName name)
    {
        var tag = name.TagKind == ImageTagKind.Text ? Part(name.Tag) : name.TagKind.ToString();
        var variable = name.TagVariable is null ? "" : $" of {name.TagVariable}";
        return $"{Part(name.Registry)} | {(name.Mirror.IsEmpty ? "" : Part(name.Mirror) + " ")}| {Part(name.Name)} | {tag}{variable} | {Part(name.Digest)}";

        string Part(TextSpan span) => text.Substring(span.Start, span.Length);
    }
}
