using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Keyword">What it is, in capitals: <c>FROM</c>, <c>RUN</c>; of <c>ONBUILD RUN</c> the second word.</param>
/// <param name="Span">From the keyword to the end of its last line, here-documents included.</param>
public sealed record DockerfileInstruction(string Keyword, TextSpan Span)
{
    /// <summary>True where it is for images built on this one.</summary>
    public bool IsOnBuild { get; init; }

    /// <summary>The options before the arguments, <c>--platform=linux/amd64</c>.</summary>
    public ImmutableArray<DockerfileWord> Flags { get; init; } = [];

    /// <summary>The arguments; of the exec form the strings of its array. Empty where <see cref="Assignments"/> or <see cref="Command"/> is not.</summary>
    public ImmutableArray<DockerfileWord> Words { get; init; } = [];

    /// <summary>What <c>ARG</c>, <c>ENV</c> and <c>LABEL</c> assign.</summary>
    public ImmutableArray<DockerfileAssignment> Assignments { get; init; } = [];

    /// <summary>True where the arguments are a JSON array, which no shell reads.</summary>
    public bool IsExecForm { get; init; }

    /// <summary>
    /// The command that a shell reads, of <c>RUN</c>, <c>CMD</c>, <c>ENTRYPOINT</c> and <c>HEALTHCHECK CMD</c>: its lines joined, or the script in
    /// the here-document of <c>RUN &lt;&lt;EOF</c>. Null in the exec form.
    /// </summary>
    public SyntaxToken? Command { get; init; }

    /// <summary>The files that <c>COPY</c> and <c>ADD</c> hold themselves. Those of a <c>RUN</c> belong to its command.</summary>
    public ImmutableArray<HereDocument> HereDocuments { get; init; } = [];
}
