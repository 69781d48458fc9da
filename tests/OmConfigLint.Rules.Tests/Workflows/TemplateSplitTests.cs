using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Workflows;

/// <summary>
/// Profiler workflows in templates and in files that write them. Each test's file beside this one shows what comes out; with CRLF it is the same,
/// line ends aside.
/// </summary>
public sealed class TemplateSplitTests
{
    private const string Rest = """
        sink:
          type: metadata-rest
          config: {}
        workflowConfig:
          openMetadataServerConfig:
            hostPort: http://localhost:8585/api
            authProvider: openmetadata

        """;

    [Fact]
    public Task Json() => Verify("profiler.json.j2", """
        {
          "source": {
            "type": "mysql",
            "serviceName": {{ service | tojson }},
            "sourceConfig": {
              "config": {
                "type": "Profiler",
                "generateSampleData": true,
                "confidence": 70
              }
            }
          },
          {% if sink %}
          "sink": { "type": "metadata-rest", "config": {} },
          {% endif %}
          "workflowConfig": { "openMetadataServerConfig": { "hostPort": "{{ host }}" } }
        }

        """);

    [Fact]
    public Task Json_whose_config_is_not_known() => Verify("profiler.json.j2", """
        {
          "source": {
            "serviceName": "shop",
            "sourceConfig": { "config": { "type": "Profiler", "generateSampleData": true{% if x %}, "profileSample": {{ x }}{% endif %} } }
          },
          "sink": { "type": "metadata-rest", "config": {} }
        }

        """);

    [Fact]
    public Task Erb() => Verify("profiler.yaml", Workflow("""
        type: Profiler
        processPiiSensitive: true
        <% if schemas.any? -%>
        schemaFilterPattern:
          includes:
          <% schemas.each do |schema| -%>
          - <%= schema %>
          <% end -%>
        <% end -%>
        """));

    [Fact]
    public Task Property_with_an_expression() => Verify("profiler.yaml.j2", Workflow("""
        type: Profiler
        generateSampleData: {{ samples }}
        """));

    [Fact]
    public Task Property_in_a_condition() => Verify("profiler.yaml.j2", Workflow("""
        type: Profiler
        {% if samples %}
        generateSampleData: true
        {% endif %}
        """));

    [Fact]
    public Task Property_in_a_condition_where_nothing_moves() => Verify("profiler.yaml.j2", Workflow("""
        type: Profiler
        generateSampleData: false
        {% if detailed %}
        profileSample: 100
        confidence: 90
        {% else %}
        confidence: 70
        {% endif %}
        """));

    [Fact]
    public Task Property_alone_in_its_mapping_in_a_condition() => Verify("profiler.yaml.j2", Workflow("""
        {% if detailed %}
        type: Profiler
        generateSampleData: false
        {% else %}
        confidence: 70
        {% endif %}
        """));

    [Fact]
    public Task Properties_that_a_loop_writes() => Verify("profiler.yaml.j2", Workflow("""
        type: Profiler
        generateSampleData: true
        {% for key, value in options.items() %}
        {{ key }}: {{ value }}
        {% endfor %}
        """));

    [Fact]
    public Task Type_with_an_expression() => Verify("profiler.yaml.j2", Workflow("""
        type: {{ type }}
        generateSampleData: true
        """));

    [Fact]
    public Task Statement_that_sets_a_variable_is_left_out() => Verify("profiler.yaml.j2", Workflow("""
        type: Profiler
        generateSampleData: true
        profileSampleConfig:
          {% set sample = 10 %}
          percent: {{ sample }}
        """));

    [Fact]
    public Task Placeholders() => Verify("profiler.yaml", Workflow("""
        type: Profiler
        generateSampleData: __SAMPLES__
        processPiiSensitive: <true or false>
        confidence: "{{ var.value.confidence }}"
        """));

    [Fact]
    public Task Entry_of_a_chart() => Verify("chart/templates/profiler.yaml", "{{- if .Values.on }}\nkind: ConfigMap\ndata:\n  mysql_profiler.yaml: |\n"
        + Indent(Workflow("""
            type: Profiler
            generateSampleData: true
            profileSample: {{ .Values.sample }}
            includeViews: {{ .Values.views }}
            """), "    ") + "{{- end }}\n");

    [Fact]
    public Task Entry_of_a_chart_with_statements() => Verify("chart/templates/profiler.yaml", "kind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\ndata:\n  mysql_profiler.yaml: |\n"
        + Indent(Workflow("""
            type: Profiler
            generateSampleData: true
            {{- if .Values.sample }}
            profileSample: {{ .Values.sample }}
            {{- end }}
            """), "    "));

    [Fact]
    public Task Here_document_behind_tabs() => Verify(
        "profile.sh", "#!/bin/sh\nprofile() {\n\ttee profiler.yaml <<-EOF\n" + Indent(Workflow("""
            type: Profiler
            generateSampleData: ${SAMPLES:-true} # rows
            schemaFilterPattern:
              includes: [$SCHEMA]
            """), "\t") + "\tEOF\n\tmetadata profile -c profiler.yaml\n}\n");

    [Fact]
    public Task Here_document_of_a_Dockerfile() => Verify(
        "Dockerfile", "FROM python:3.11\nCOPY <<EOF /profiler.yaml\n" + Workflow("""
            type: Profiler
            processPiiSensitive: true
            profileSample: ${SAMPLE}
            """) + "EOF\nENTRYPOINT [\"metadata\", \"profile\", \"-c\", \"/profiler.yaml\"]\n");

    [Fact]
    public Task Step_of_a_GitHub_workflow() => Verify(
        ".github/workflows/profile.yml",
        "on: push\njobs:\n  profile:\n    runs-on: ubuntu-latest\n    steps:\n      - name: Profile\n        run: |\n          cat <<'EOF' > profiler.yaml\n"
        + Indent(Workflow("""
            type: Profiler
            generateSampleData: true
            profileSample: ${{ inputs.sample }}
            """), "          ") + "          EOF\n          metadata profile -c profiler.yaml\n");

    private static Task Verify(string path, string text)
    {
        var preview = FixPreview.Of(FixSafety.Unsafe, [(path, text)], rules: ["OM1001", "OM1002", "OM1003", "OM1004"]);
        var other = FixPreview.Of(
            FixSafety.Unsafe, [(path, text.Replace("\n", "\r\n", StringComparison.Ordinal))], rules: ["OM1001", "OM1002", "OM1003", "OM1004"]);
        // A shell takes the carriage return of a delimiter for a part of it.
        if (!path.EndsWith(".sh", StringComparison.Ordinal))
        {
            Assert.Equal(preview, other.Replace("\r\n", "\n", StringComparison.Ordinal));
            Assert.DoesNotContain(LinesOfFiles(other), line => !line.EndsWith('\r'));
        }

        return Snapshot.Verify(preview, method: TestContext.Current.TestMethod!.MethodName);
    }

    /// <summary>The lines of changed and created files in a preview.</summary>
    private static IEnumerable<string> LinesOfFiles(string preview) =>
        from part in preview.Split("\n=== ").Skip(1)
        where !part.StartsWith("left", StringComparison.Ordinal)
        from line in part.Split('\n').Skip(1)
        where line.Length > 0
        select line;

    private static string Workflow(string config) =>
        "source:\n  type: mysql\n  serviceName: shop\n  sourceConfig:\n    config:\n" + Indent(config + "\n", "      ") + Rest;

    private static string Indent(string text, string indentation) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : indentation + line + "\n"));
}
