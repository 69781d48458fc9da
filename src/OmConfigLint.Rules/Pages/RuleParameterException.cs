namespace OmConfigLint.Rules.Pages;

/// <summary>A page's parameters are not what its kind of analyzer takes.</summary>
public sealed class RuleParameterException(string page, string problem) : Exception($"page {page}: {problem}");
