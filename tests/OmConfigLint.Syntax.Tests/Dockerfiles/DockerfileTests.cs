using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Dockerfiles;

public sealed class DockerfileTests
{
    internal static readonly string[] Seeds =
    [
        "# syntax=docker/dockerfile:1\n# escape=\\\nARG TAG=1.5.0 B\nFrom --platform=$P openmetadata/ingestion:${TAG:-1.4} As base\n"
        + "USER root\nRUN apt-get update && \\\n    # tools\n    apt-get install -y curl \\\n\n && rm -rf /var\nENV A=b C=\"d \\\" e\" D='f'\nENV OLD the rest\n"
        + "COPY --from=base [\"a b\", \"/c\"]\nRUN [\"pip\", \"install\", \"openmetadata-ingestion[mysql]==1.5.0.0\"]\nCMD python x.py\n"
        + "HEALTHCHECK --interval=5s CMD curl -f http://localhost\nONBUILD RUN make\nFROM base\nRUN <<EOF\npip install x\nEOF\n"
        + "RUN cat <<-'A' <<B > /f\n\ta\n\tA\nb\nB\nCOPY <<EOF /etc/f.yaml\na: ${B}\nEOF\n",
        "# escape=`\r\nFROM x`\r\n  :1.5`\r\n  # c\r\n  .0\r\nRUN dir C:\\ `\r\n  && echo\r\n",
    ];

    private static readonly string[] Snippets =
    [
        "\\\n", "\\ \n", "\n", "\r\n", "\r", "#", " # x\n", "\n# x\n", "'", "\"", "\\", "`", "${", "}", "$A", "<<EOF", "<<-", "\nEOF\n", "[", "]", ",", "=", " ", "\t",
        "FROM ", "RUN ", "ENV ", "ARG ", "ONBUILD ", "HEALTHCHECK ", "# escape=`\n", "--x",
    ];

    [Theory]
    [InlineData("FROM openmetadata/ingestion:1.5.0", "FROM openmetadata/ingestion:1.5.0")]
    [InlineData("From --platform=linux/amd64 a@sha256:0 As b", "FROM --platform=linux/amd64 / a@sha256:0 / b")]
    [InlineData("FROM ${R:-docker.io}/a:$TAG", "FROM ${R:-docker.io}/a:$TAG")]
    [InlineData("FROM \"a:1\"", "FROM a:1")]
    [InlineData("FROM a \\\n  AS \\\n# c\n\n b\nUSER x", "FROM a / b; USER x")]
    [InlineData("FROM a:1.\\\n5.0", "FROM a:1.5.0")]
    [InlineData("ARG TAG=1.5.0 B", "ARG TAG=1.5.0 B")]
    [InlineData("ARG TAG=\"1.5.0\"", "ARG TAG=1.5.0")]
    [InlineData("ENV A=b\\ c D='e f' G=\"h\\\"\\i\"", "ENV A=b c D=e f G=h\"\\i")]
    [InlineData("ENV A b  c", "ENV A=b  c")]
    [InlineData("LABEL \"a.b\"=c d=e", "LABEL a.b=c d=e")]
    [InlineData("RUN pip install \\\n  # c\n  x==1 \\\n\n  y\nUSER z", "RUN $ pip install   x==1   y; USER z")]
    [InlineData("RUN --mount=type=cache,target=/r pip install x", "RUN --mount=type=cache,target=/r $ pip install x")]
    [InlineData("RUN [\"pip\", \"a\\u0062\\\"\"]", "RUN [ pip / ab\"")]
    [InlineData("RUN [ -f x ] && y", "RUN $ [ -f x ] && y")]
    [InlineData("CMD [\"a\",]", "CMD $ [\"a\",]")]
    [InlineData("CMD []", "CMD [ ")]
    [InlineData("HEALTHCHECK --interval=5s CMD curl x", "HEALTHCHECK --interval=5s $ curl x")]
    [InlineData("ONBUILD RUN x", "ONBUILD RUN $ x")]
    [InlineData("COPY --from=a:1.5.0 x y /z/", "COPY --from=a:1.5.0 / x / y / /z/")]
    [InlineData("RUN <<EOF\npip install x\n  y\nEOF\nUSER z", "RUN $ pip install x\n  y\n; USER z")]
    [InlineData("RUN <<-EOF\n\tpip\n\tEOF\nUSER z", "RUN $ pip\n; USER z")]
    [InlineData("RUN cat <<A <<'B' > /f\na\nA\nb\nB\nUSER z", "RUN $ cat <<A <<'B' > /f\na\nA\nb\nB; USER z")]
    [InlineData("RUN cat <<EOF > /f && \\\n  x\na\nEOF\nUSER z", "RUN $ cat <<EOF > /f &&   x\na\nEOF; USER z")]
    [InlineData("COPY <<EOF /f.yaml\na: \\$b $c\nEOF\nUSER z", "COPY /f.yaml EOF>/f.yaml:a: $b $c\n; USER z")]
    [InlineData("RUN echo \"<<EOF\"\nUSER z", "RUN $ echo \"<<EOF\"; USER z")]
    [InlineData("# escape=`\nFROM a`\n:1\nWORKDIR C:\\x", "FROM a:1; WORKDIR C:\\x")]
    [InlineData("# c\n# escape=`\nRUN a \\\nb", "RUN $ a b")]
    [InlineData("FROM", "FROM ")]
    [InlineData("\\\n  RUN x \\\n \\\nUSER y", "RUN $ x  USER y")]
    public void Instructions(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
            Assert.Equal(expected, string.Join("; ", Parse(text.ReplaceLineEndings(lineBreak)).Instructions.Select(Describe)));
    }

    [Fact]
    public void Directives_and_stages()
    {
        var tree = Parse(Seeds[0]);
        Assert.Equal(["syntax=docker/dockerfile:1", "escape=\\"], tree.Directives.Select(directive => $"{directive.Name}={directive.Value}"));
        Assert.Equal(["openmetadata/ingestion:${TAG:-1.4} AS base", "base AS "], tree.Stages.Select(stage => $"{stage.Image!.Value} AS {stage.Name}"));
        Assert.Equal(["TAG :-"], tree.Stages[0].Image!.Variables.Select(variable => $"{variable.Name} {variable.Operator}"));
        Assert.Equal(["# tools"], tree.Comments.Select(comment => tree.Text.Substring(comment.Span.Start, comment.Span.Length)));
    }

    [Fact]
    public void Open_here_document_is_an_error()
    {
        Assert.False(DockerfileTree.TryParse("FROM a\nRUN cat <<EOF\nx\n", SyntaxLimits.Default, out _, out var error));
        Assert.Equal("the here-document is never closed by a line `EOF`", error.Message);
        Assert.Equal(new TextSpan(15, 5), error.Span);
    }

    [Theory]
    [InlineData("FROM a:1.5.0 AS b # c\n")]
    [InlineData("FROM \"a:1.5.0\"\r\n")]
    [InlineData("FROM a:\\\n1.5.0\n")]
    [InlineData("FROM a:${T:-1.5.0}\n")]
    [InlineData("ARG T=1.5.0\n")]
    [InlineData("ARG T='1.5.0'")]
    [InlineData("ENV A=\"x \\\" 1.5.0\" B=2\n")]
    [InlineData("ENV A=\"x \"'1.5.0'\n")]
    [InlineData("ENV A 1.5.0 b\n")]
    [InlineData("RUN a && \\\r\n  # c\r\n  pip install \"x==1.5.0\" \\\r\n  y\r\n")]
    [InlineData("RUN [\"pip\", \"x\\\"==1.5.0\"]\n")]
    [InlineData("RUN <<EOF\r\npip install x==1.5.0\r\nEOF\r\n")]
    [InlineData("RUN cat <<EOF > f\ni: 1.5.0\nEOF\n")]
    [InlineData("COPY <<EOF f\ni: 1.5.0 # c\nEOF\n")]
    [InlineData("COPY --from=a:1.5.0 b c\n")]
    [InlineData("# syntax=docker/dockerfile:1.5.0\nFROM a\n")]
    public void Edit_part(string text) => TokenExample.RaiseVersion(Parse(text));

    [Theory]
    [InlineData("RUN pip install \"openmetadata-ingestion[${DEPENDENCY}]~=1.5.0.0\"\n")]
    [InlineData("RUN a \\\r\n  # c \\\r\n  && if [ $(uname -m) = \"x86_64\" ]; then \\\r\n\r\n    pip install 'openmetadata-ingestion==1.5.0.0' \\\r\n  # d\r\n  y; fi\r\n")]
    [InlineData("RUN X=\"$(pip install openmetadata-ingestion==1.5.0.0 2>/dev/null || true)\" \\\n && b\n")]
    [InlineData("# escape=`\nRUN a `\n  && pip install openmetadata-ingestion==1.5.`\n0.0\n", "# escape=`\nRUN a `\n  && pip install openmetadata-ingestion==1.6.1.0\n")]
    [InlineData("RUN <<EOF\nset -e\npip install openmetadata-ingestion==1.5.0.0 # c\nEOF\n")]
    [InlineData("RUN cat <<EOF > r.txt && pip install -r r.txt\nopenmetadata-ingestion==1.5.0.0\nEOF\n")]
    public void Edit_requirement_in_a_command(string text, string? expected = null)
    {
        var tree = Parse(text);
        var command = new EmbeddedText(tree.Instructions[0].Command!.Text);
        Assert.True(ShellTree.TryParse(command.Text, SyntaxLimits.Default, out var shell, out _));
        var token = shell.Tokens.Single(token => token.Value.Contains("1.5.0.0", StringComparison.Ordinal));
        var inner = shell.CreateEditor();
        inner.ReplaceText(token.Text, new TextSpan(token.Value.IndexOf("1.5.0.0", StringComparison.Ordinal), 7), "1.6.1.0");
        var editor = tree.CreateEditor();
        editor.Embed(command, inner);
        Assert.Equal(expected ?? text.Replace("1.5.0.0", "1.6.1.0", StringComparison.Ordinal), TokenTreeProperties.Prove(editor));
    }

    [Fact]
    public void Insert_line() => TokenExample.InsertLines(
        Parse("FROM a\r\n# c\r\nRUN x\r\n"),
        1,
        "USER root\nRUN a \\\n  b",
        "FROM a\r\nUSER root\r\nRUN a \\\r\n  b\r\n# c\r\nRUN x\r\n");

    [Theory]
    [InlineData("# c\n\nRUN a \\\n  b\nUSER c", "RUN a \\\n  b")]
    [InlineData("RUN a \\\n# c\n  b\nUSER c", "RUN a \\\n# c\n  b")]
    [InlineData("# c\nCOPY <<EOF f\nx\nEOF\nUSER c", "COPY <<EOF f\nx\nEOF")]
    public void Comment_covers(string text, string expected) => Assert.Equal(expected, TokenExample.ScopeOfComment(Parse(text)));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_value_can_be_edited(string lineBreak) =>
        TokenExample.EditAll(Seeds.Select(seed => Parse(seed.ReplaceLineEndings(lineBreak))), mostRefused: 0.2);

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, Seeds, Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(
        Read, [.. Snippets, "RUN \\\n", "RUN a\\\n#b\n", "RUN <<A\nA\n", "RUN <<A ", "ENV A=${A:-", "ENV A='\n", "a=b ", "RUN [\"", "\",\"", "ENV \"=\""]);

    private static string Describe(DockerfileInstruction instruction)
    {
        var text = new StringBuilder(instruction.IsOnBuild ? "ONBUILD " : "").Append(instruction.Keyword).Append(' ').Append(instruction.IsExecForm ? "[ " : "");
        text.AppendJoin(" / ", instruction.Flags.Concat(instruction.Words).Select(word => word.Value));
        text.AppendJoin(' ', instruction.Assignments.Select(assignment => assignment.Value is null ? assignment.Name.Value : $"{assignment.Name}={assignment.Value.Value}"));
        if (instruction.Command is not null)
            text.Append(instruction.Flags.IsEmpty ? "$ " : " $ ").Append(instruction.Command.Value);
        foreach (var document in instruction.HereDocuments)
            text.Append(' ').Append(document.Delimiter).Append('>').Append(document.Target!.Value).Append(':').Append(document.Body.Value);
        return text.ToString();
    }

    private static DockerfileTree Parse(string text)
    {
        Assert.True(DockerfileTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = DockerfileTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
