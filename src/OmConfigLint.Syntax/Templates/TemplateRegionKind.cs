namespace OmConfigLint.Syntax.Templates;

/// <summary>What a template engine does with a region.</summary>
public enum TemplateRegionKind
{
    /// <summary>It writes text: <c>{{ x }}</c>, <c>${x}</c>, <c>{% include "x" %}</c>.</summary>
    Expression,

    /// <summary>It begins a block: <c>{% if x %}</c>, <c>{{- range .x }}</c>.</summary>
    Opener,

    /// <summary>It ends one branch of a block and begins the next: <c>{% else %}</c>.</summary>
    Middle,

    /// <summary>It ends a block: <c>{% endif %}</c>, <c>{{- end }}</c>.</summary>
    Closer,

    /// <summary>It writes nothing itself: <c>{% set x = 1 %}</c>.</summary>
    Statement,

    /// <summary>Nothing: <c>{# … #}</c>, <c>{{/* … */}}</c>.</summary>
    Comment,
}
