using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A Dockerfile, as BuildKit reads it.</summary>
public sealed class DockerfileTree : TokenTree
{
    internal DockerfileTree(
        string text,
        ImmutableArray<SyntaxToken> tokens,
        ImmutableArray<SyntaxComment> comments,
        ImmutableArray<DockerfileDirective> directives,
        ImmutableArray<DockerfileInstruction> instructions)
        : base(text, tokens, comments)
    {
        Directives = directives;
        Instructions = instructions;
        Stages = StagesOf(instructions);
    }

    /// <summary>The parser directives.</summary>
    public ImmutableArray<DockerfileDirective> Directives { get; }

    /// <summary>The instructions in order. The <c>ARG</c>s before the first <c>FROM</c> hold for the <c>FROM</c>s alone.</summary>
    public ImmutableArray<DockerfileInstruction> Instructions { get; }

    /// <summary>The build stages in order.</summary>
    public ImmutableArray<DockerfileStage> Stages { get; }

    /// <summary>Reads a text.</summary>
    /// <returns>False where a here-document has no end; BuildKit refuses the file.</returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out DockerfileTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        _ = limits;
        return new DockerfileReader(text).TryRead(out tree, out error);
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, SyntaxLimits.Default, out var read, out problem);
        tree = read;
        return isRead;
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line)
    {
        var span = Lines.SpanOf(line);
        foreach (var instruction in Instructions)
        {
            if (instruction.Span.Start <= span.End && instruction.Span.End >= span.Start)
                return TextSpan.FromBounds(Math.Min(span.Start, instruction.Span.Start), Math.Max(span.End, instruction.Span.End));
        }

        return span;
    }

    private static ImmutableArray<DockerfileStage> StagesOf(ImmutableArray<DockerfileInstruction> instructions)
    {
        var stages = ImmutableArray.CreateBuilder<DockerfileStage>();
        for (var i = 0; i < instructions.Length;)
        {
            var from = instructions[i++];
            if (from.Keyword != "FROM" || from.IsOnBuild)
                continue;
            var start = i;
            while (i < instructions.Length && (instructions[i].Keyword != "FROM" || instructions[i].IsOnBuild))
                i++;
            stages.Add(new DockerfileStage(
                from,
                from.Words.Length > 0 ? from.Words[0] : null,
                from.Words.Length > 1 ? from.Words[1].Token : null,
                instructions[start..i]));
        }

        return stages.DrainToImmutable();
    }
}
