namespace OmConfigLint.Rules.Pages;

/// <summary>A page, or the data it names, is not what its kind of analyzer takes.</summary>
public sealed class RulePageException(string message) : Exception(message);
