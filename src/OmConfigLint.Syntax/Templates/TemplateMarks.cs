namespace OmConfigLint.Syntax.Templates;

/// <summary>The marks by which regions are told from text.</summary>
[Flags]
public enum TemplateMarks
{
    /// <summary>None: all is text.</summary>
    None = 0,

    /// <summary><c>{{ }}</c>, <c>{% %}</c>, <c>{# #}</c>: Jinja, Go's templates (Helm), Handlebars.</summary>
    Braces = 1,

    /// <summary><c>&lt;% %&gt;</c>: ERB, EJS.</summary>
    Angles = 2,

    /// <summary><c>${ }</c> and <c>%{ }</c>: Terraform's <c>templatefile</c>.</summary>
    Terraform = 4,

    /// <summary><c>${NAME}</c>: <c>envsubst</c>.</summary>
    Variables = 8,

    /// <summary><c>&lt;name&gt;</c> and <c>@NAME@</c>, to be replaced by hand or with <c>sed</c>.</summary>
    Placeholders = 16,

    /// <summary><c>${ }</c>, <c>$( )</c>, <c>$NAME</c> and back-ticks: the body of a shell's here-document.</summary>
    Shell = 32,
}
