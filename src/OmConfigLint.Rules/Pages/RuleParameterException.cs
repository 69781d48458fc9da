namespace OmConfigLint.Rules.Pages;

/// <summary>A page, or the data it names, is not what its kind of analyzer takes.</summary>
/// <param name="origin">The page or the data file.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class RuleParameterException(string origin, string problem) : Exception($"{origin}: {problem}");
