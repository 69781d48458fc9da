using System.Collections.Immutable;
using System.Globalization;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// OpenMetadata's database in a version that is too old (kind <c>old-database</c>). Parameters: <c>mysql</c> or <c>postgresql</c> or both, the lowest
/// version of each as <c>below</c>, and as <c>from</c> the one before which another rule speaks; <c>need</c>, who needs the minimum.
/// </summary>
internal sealed class OldDatabaseAnalyzer : ConfigAnalyzer
{
    private readonly ImmutableDictionary<DatabaseEngine, Minimum> _minimums;
    private readonly string _need;

    public OldDatabaseAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("mysql", "postgresql", "need");
        var minimums = ImmutableDictionary.CreateBuilder<DatabaseEngine, Minimum>();
        foreach (var (key, engine) in new[] { ("mysql", DatabaseEngine.MySql), ("postgresql", DatabaseEngine.PostgreSql) })
        {
            if (!parameters.Contains(key))
                continue;
            var range = parameters.Child(key);
            range.Expect("from", "below");
            minimums[engine] = new Minimum(range.OptionalText("from"), range.Text("below"));
        }

        _minimums = minimums.ToImmutable();
        _need = parameters.Text("need");
    }

    /// <summary>A version is judged as it stands, whatever release is in use.</summary>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is DatabaseVersion;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var version in context.Document.Models.OfType<DatabaseVersion>())
        {
            if (!_minimums.TryGetValue(version.Engine, out var minimum) || !minimum.IsMissedBy(version))
                continue;
            var engine = version.Engine == DatabaseEngine.MySql ? "MySQL" : "PostgreSQL";
            context.Report(new Finding(
                Rule,
                context.Document.File,
                version.Span,
                $"OpenMetadata's database is {engine} {string.Join('.', version.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}, and {_need} {minimum.Below}",
                $"before {engine} {minimum.Below}",
                fix: ConfigFix.Manual($"move the data to {engine} {minimum.Below} or newer", "data files of one major version are not read by the next; take a dump first"),
                nodePath: version.Path));
        }
    }

    private sealed record Minimum(string? From, string Below)
    {
        private readonly ImmutableArray<int> _from = From is null ? [] : DatabaseVersion.NumbersIn(From);
        private readonly ImmutableArray<int> _below = DatabaseVersion.NumbersIn(Below);

        /// <summary>True for a version before <see cref="Below"/>, and not before <see cref="From"/>.</summary>
        public bool IsMissedBy(DatabaseVersion version) => version.IsBefore(_below) && !version.IsBefore(_from);
    }
}
