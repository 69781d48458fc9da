using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Syntax.Tests.PythonPackages;

public sealed class PythonRequirementTests
{
    [Theory]
    [InlineData("openmetadata-ingestion", "openmetadata-ingestion | | | |")]
    [InlineData("openmetadata_ingestion==1.5.4.0", "openmetadata_ingestion | | ==1.5.4.0 | |")]
    [InlineData("openmetadata-ingestion[mysql, postgres] ~= 1.5.4.0", "openmetadata-ingestion | mysql postgres | ~= 1.5.4.0 | |")]
    [InlineData("name>=3,<2", "name | | >=3,<2 | |")]
    [InlineData("name (>=3, <4)", "name | | >=3, <4 | |")]
    [InlineData("name ()", "name | | | |")]
    [InlineData("A.B-C_D[]", "A.B-C_D | | | |")]
    [InlineData("name@http://foo.com", "name | | | http://foo.com |")]
    [InlineData("name [fred,bar] @ http://foo.com ; python_version=='2.7'", "name | fred bar | | http://foo.com | python_version=='2.7'")]
    [InlineData("name[quux, strange];python_version<'2.7' and platform_version=='2'", "name | quux strange | | | python_version<'2.7' and platform_version=='2'")]
    [InlineData("name; os_name=='a' or os_name=='b'", "name | | | | os_name=='a' or os_name=='b'")]
    [InlineData("name==1.0  # why", "name | | ==1.0 | |")]
    [InlineData("  name===1.0-any  ", "name | | ===1.0-any | |")]
    [InlineData("name==${VERSION}", "name | | ==${VERSION} | |")]
    [InlineData("name @ git+https://host/repo@v1.5#egg=name", "name | | | git+https://host/repo@v1.5#egg=name |")]
    public void Parts(string text, string parts)
    {
        Assert.True(PythonRequirement.TryParse(text, out var requirement));
        Assert.Equal(parts, string.Join(" | ",
            Part(requirement.NameSpan),
            string.Join(' ', requirement.Extras.Select(extra => Part(extra.Span))),
            Part(requirement.SpecifiersSpan),
            Part(requirement.UrlSpan),
            Part(requirement.MarkerSpan)).Replace("  ", " ", StringComparison.Ordinal).TrimEnd());

        string Part(TextSpan? span) => span is { } there ? text.Substring(there.Start, there.Length) : "";
    }

    [Theory]
    [InlineData("")]
    [InlineData("-r other.txt")]
    [InlineData("./packages/name")]
    [InlineData("https://host/name.whl")]
    [InlineData("git+https://host/repo")]
    [InlineData("name=1.0")]
    [InlineData("name 1.0")]
    [InlineData("name[unclosed")]
    [InlineData("name[a b]")]
    [InlineData("two names")]
    [InlineData("{{ template }}")]
    [InlineData("# comment")]
    public void No_requirements(string text) => Assert.False(PythonRequirement.TryParse(text, out _));

    [Theory]
    [InlineData("openmetadata_ingestion", "openmetadata-ingestion")]
    [InlineData("OpenMetadata.-_Ingestion", "openmetadata-ingestion")]
    public void Names_are_normalised(string name, string normal) => Assert.Equal(normal, PythonPackageName.Normalize(name));

    [Fact]
    public void Clauses_know_their_places()
    {
        const string text = "a[b] >= 1.9 , <1.10";
        Assert.True(PythonRequirement.TryParse(text, out var requirement));
        Assert.Equal(
            [(">=", "1.9"), ("<", "1.10")],
            requirement.Specifiers.Clauses.Select(clause => (
                text.Substring(clause.OperatorSpan.Start, clause.OperatorSpan.Length), text.Substring(clause.VersionSpan.Start, clause.VersionSpan.Length))));
    }
}
