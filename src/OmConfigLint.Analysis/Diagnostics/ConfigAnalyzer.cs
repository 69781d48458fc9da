namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Checks documents for one rule: the counterpart of Roslyn's <c>DiagnosticAnalyzer</c>. Instances are used by several threads.</summary>
public abstract class ConfigAnalyzer
{
    /// <summary>Creates an analyzer for <paramref name="rule"/>.</summary>
    protected ConfigAnalyzer(Rule rule) => Rule = rule;

    /// <summary>What it reports.</summary>
    public Rule Rule { get; }

    /// <summary>Says whether the rule has anything to say for the releases in question.</summary>
    public virtual bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Crosses(since);

    /// <summary>Says whether it looks at <paramref name="model"/>: documents without a model that it looks at are not shown to it.</summary>
    public virtual bool IsAbout(object model) => true;

    /// <summary>Reports what it finds in one document.</summary>
    public abstract void Analyze(DocumentAnalysisContext context);
}
