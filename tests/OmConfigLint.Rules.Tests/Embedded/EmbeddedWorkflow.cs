using System.Text;

namespace OmConfigLint.Rules.Tests.Embedded;

/// <summary>A workflow written into another file, with the place that each of its characters has there.</summary>
internal sealed class EmbeddedWorkflow
{
    private readonly StringBuilder _text = new();
    private readonly int[] _places;

    private EmbeddedWorkflow(string path, string workflow)
    {
        Path = path;
        _places = new int[workflow.Length + 1];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its text.</summary>
    public string Text => _text.ToString();

    /// <summary>The ways in which files hold workflows, by name.</summary>
    public static IReadOnlyDictionary<string, Func<string, EmbeddedWorkflow>> Ways { get; } = new Dictionary<string, Func<string, EmbeddedWorkflow>>(StringComparer.Ordinal)
    {
        ["ConfigMap"] = text => Lines("profiler-map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  mysql_profiler.yaml: |\n", text, "    ", "immutable: true\n"),
        ["ConfigMap of a chart"] = text => Lines(
            "chart/templates/profiler.yaml",
            "{{- if .Values.on }}\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\n  labels:\n    {{- include \"labels\" . | nindent 4 }}\ndata:\n  mysql_profiler.yaml: |\n",
            text,
            "    ",
            "{{- end }}\n"),
        ["Secret"] = text => Lines("secret.yaml", "kind: Secret\nstringData:\n    mysql_profiler.yaml: |-\n", text, "     ", ""),
        ["JSON string"] = Json,
        ["here-document"] = text => Lines("run.sh", "#!/bin/sh\ncat > mysql_profiler.yaml <<'EOF'\n", text, "", "EOF\nmetadata profile -c mysql_profiler.yaml\n"),
        ["here-document behind tabs"] = text => Lines("run.sh", "if true; then\n\ttee mysql_profiler.yaml <<-'EOF' >/dev/null\n", text, "\t", "\tEOF\nfi\n"),
        ["here-document of COPY"] = text => Lines("Dockerfile", "FROM python:3.11\nCOPY <<EOF /mysql_profiler.yaml\n", text, "", "EOF\nRUN true\n"),
        ["here-document of RUN"] = text => Lines("Dockerfile", "FROM python:3.11\nRUN cat > mysql_profiler.yaml <<'EOF'\n", text, "", "EOF\nRUN true\n"),
        ["step of a GitHub workflow"] = text => Lines(
            ".github/workflows/profile.yml",
            "on: push\njobs:\n  profile:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          cat > mysql_profiler.yaml <<'EOF'\n",
            text,
            "          ",
            "          EOF\n          metadata profile -c mysql_profiler.yaml\n"),
        ["template without expressions"] = text => Lines("mysql_profiler.yaml.j2", "", text, "", ""),
        ["template in a condition"] = text => Lines("mysql_profiler.yaml.j2", "{# profiler #}\n{% if on %}\n", text, "", "{% endif %}\n"),
        ["template of a chart"] = text => Lines("mysql_profiler.yaml", "{{- if .Values.on }}\n", text, "", "{{- end }}\n"),
        ["template of Terraform"] = text => Lines("mysql_profiler.yaml.tftpl", "%{ if on ~}\n", text, "", "%{ endif ~}\n"),
        ["CRLF"] = text => Lines("mysql_profiler.yaml", "", text, "", "", "\r\n"),
        ["template with CRLF"] = text => Lines("mysql_profiler.yaml.j2", "{% if on %}\r\n", text, "", "{% endif %}\r\n", "\r\n"),
    };

    /// <summary>Where the character of the workflow at <paramref name="position"/> stands.</summary>
    public int PlaceOf(int position) => _places[position];

    private static EmbeddedWorkflow Lines(string path, string before, string workflow, string indentation, string after, string lineBreak = "\n")
    {
        var embedded = new EmbeddedWorkflow(path, workflow);
        embedded._text.Append(before);
        for (var i = 0; i < workflow.Length; i++)
        {
            if ((i == 0 || workflow[i - 1] == '\n') && workflow[i] != '\n')
                embedded._text.Append(indentation);
            embedded._places[i] = embedded._text.Length;
            if (workflow[i] == '\n')
                embedded._text.Append(lineBreak);
            else
                embedded._text.Append(workflow[i]);
        }

        embedded._places[^1] = embedded._text.Length;
        embedded._text.Append(after);
        return embedded;
    }

    private static EmbeddedWorkflow Json(string workflow)
    {
        var embedded = new EmbeddedWorkflow("map.json", workflow);
        embedded._text.Append("{ \"kind\": \"ConfigMap\", \"data\": { \"mysql_profiler.yaml\": \"");
        for (var i = 0; i < workflow.Length; i++)
        {
            embedded._places[i] = embedded._text.Length;
            embedded._text.Append(workflow[i] switch
            {
                '\n' => "\\n",
                '"' => "\\\"",
                '\\' => "\\\\",
                var c => c.ToString(),
            });
        }

        embedded._places[^1] = embedded._text.Length;
        embedded._text.Append("\" } }\n");
        return embedded;
    }
}
