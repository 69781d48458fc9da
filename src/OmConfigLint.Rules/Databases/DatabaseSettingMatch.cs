using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Rules.Databases;

/// <summary>What <see cref="DatabaseSettingText"/> finds, in offsets of the text it was given.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Scope">For what it holds.</param>
/// <param name="Span">From the name to the end of the value.</param>
/// <param name="Value">The amount, without quotes.</param>
internal readonly record struct DatabaseSettingMatch(DatabaseParameter Parameter, SettingScope Scope, TextSpan Span, TextSpan Value);
