using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Shell;

/// <summary>Puts a command together. Its here-documents come behind the end of its line.</summary>
internal sealed class ShellCommandBuilder(int start, string @operator, ShellBlock? block)
{
    private int _end;
    private readonly List<(SyntaxToken Delimiter, bool IsExpanded, SyntaxToken Body)> _documents = [];

    public List<ShellWord> Words { get; } = [];

    public List<ShellAssignment> Assignments { get; } = [];

    public List<ShellRedirection> Redirections { get; } = [];

    public ShellBlock? Block => block;

    public string Operator => @operator;

    public int End
    {
        get => Math.Max(start, _end);
        set => _end = value;
    }

    /// <summary>True within <c>[[ … ]]</c>.</summary>
    public bool IsTest { get; set; }

    /// <summary>True where the words behind its name may be assignments.</summary>
    public bool Declares => Words.Count > 0 && Words[0].Value is "export" or "declare" or "local" or "readonly" or "typeset";

    public void AddDocument(SyntaxToken delimiter, bool isExpanded, SyntaxToken body) => _documents.Add((delimiter, isExpanded, body));

    /// <summary>The command.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="next">The command that reads its output.</param>
    public ShellCommand Build(int index, ShellCommandBuilder? next) => new(index, TextSpan.FromBounds(start, End))
    {
        Assignments = [.. Assignments],
        Words = [.. Words],
        Redirections = [.. Redirections],
        Operator = @operator,
        Block = block,
        HereDocuments = DocumentsTo(next),
    };

    private ImmutableArray<HereDocument> DocumentsTo(ShellCommandBuilder? next)
    {
        if (_documents.Count == 0)
            return [];
        var target = (Redirections.Find(redirection => redirection.WritesFile)?.Target ?? TeeTarget() ?? next?.TeeTarget())?.Text;
        return [.. _documents.Select(document => new HereDocument(document.Delimiter, document.IsExpanded, document.Body, target))];
    }

    private ShellWord? TeeTarget()
    {
        var tee = Words.FindIndex(word => word.Value is "tee" || word.Value.EndsWith("/tee", StringComparison.Ordinal));
        return tee < 0 ? null : Words.Skip(tee + 1).FirstOrDefault(word => !word.Value.StartsWith('-'));
    }
}
