namespace OmConfigLint.Cli.Output;

/// <summary>The formats in which findings are reported.</summary>
internal enum ReportFormat
{
    /// <summary>For people: code frames.</summary>
    Text,

    /// <summary>omlint's own JSON, as <c>report.schema.json</c> describes it.</summary>
    Json,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Workflow commands, which GitHub Actions turns into annotations.</summary>
    GitHub,

    /// <summary>GitLab's Code Quality report.</summary>
    GitLab,

    /// <summary>JUnit's XML.</summary>
    JUnit,

    /// <summary>Markdown for a comment on a pull request.</summary>
    Markdown,

    /// <summary>Checkstyle's XML.</summary>
    Checkstyle,
}
