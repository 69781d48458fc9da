namespace OmConfigLint.Analysis.Workspace;

/// <summary>The formats that omlint reads. Which one a file has is told by its name alone: <see cref="FileFormats"/>.</summary>
public enum FileFormat
{
    /// <summary>YAML, one or several documents.</summary>
    Yaml,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A Dockerfile or Containerfile.</summary>
    Dockerfile,

    /// <summary>Lines <c>NAME=value</c>: <c>.env</c>.</summary>
    Dotenv,

    /// <summary>pip's requirements and constraints.</summary>
    Requirements,

    /// <summary>TOML: <c>pyproject.toml</c>, <c>Pipfile</c>.</summary>
    Toml,

    /// <summary>Sections of <c>key = value</c>: <c>setup.cfg</c>.</summary>
    Ini,

    /// <summary>MySQL's option files: <c>my.cnf</c>.</summary>
    MySqlOptions,

    /// <summary><c>postgresql.conf</c>.</summary>
    PostgreSqlConf,

    /// <summary>A shell script.</summary>
    Shell,

    /// <summary>A makefile.</summary>
    Make,

    /// <summary>Python.</summary>
    Python,

    /// <summary>A Jupyter notebook.</summary>
    Notebook,

    /// <summary>Terraform's configuration language.</summary>
    Hcl,

    /// <summary>SQL of MySQL or PostgreSQL.</summary>
    Sql,
}
