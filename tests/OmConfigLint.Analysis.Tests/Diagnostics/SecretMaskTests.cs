using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Diagnostics;

public sealed class SecretMaskTests
{
    [Theory]
    // YAML, block and flow
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("  password:   hunter2   # a comment", "  password:   ***   # a comment")]
    [InlineData("- password: hunter2", "- password: ***")]
    [InlineData("password: with: colon, {brace} and#hash", "password: ***")]
    [InlineData("password: \"hunter \\\" 2\" # c", "password: \"***\" # c")]
    [InlineData("password: 'it''s'", "password: '***'")]
    [InlineData("'password' : hunter2", "'password' : ***")]
    [InlineData("password: !!str hunter2", "password: !!str ***")]
    [InlineData("password: &p hunter2", "password: &p ***")]
    [InlineData("password: *hunter2", "password: ***")]
    [InlineData("password: &hunter2 # c", "password: *** # c")]
    [InlineData("{password: !hunter2}", "{password: ***")]
    [InlineData("password: !!str", "password: !!str")]
    [InlineData("password: 12345", "password: ***")]
    [InlineData("{username: me, password: hunter2, port: 1}", "{username: me, password: ***, port: 1}")]
    [InlineData("[{password: a b}, {token: 'x'}]", "[{password: ***}, {token: '***'}]")]
    [InlineData("credentials: {user: me, password: hunter2}", "credentials: {user: me, password: ***}")]
    [InlineData("password: [hunter2, 'other'] # c", "password: [***] # c")]
    [InlineData("{password: [hunter2, 'a:b'], port: 1}", "{password: [***], port: 1}")]
    [InlineData("password: {hunter2}", "password: {***}")]
    [InlineData("password: [hunter2\n  other]\nuser: me", "password: [***\n  ***\nuser: me")]
    [InlineData("credentials: [{user: me, password: hunter2}]", "credentials: [{user: me, password: ***}]")]
    [InlineData("credentials:\n- hunter2\n-  other\nuser: me", "credentials:\n- ***\n-  ***\nuser: me")]
    [InlineData("credentials:\n  - user: me\n    password: hunter2", "credentials:\n  - user: me\n    password: ***")]
    [InlineData("# password: hunter2", "# password: ***")]
    // JSON
    [InlineData("""{"user":"me","password":"hunter2","port":1}""", """{"user":"me","password":"***","port":1}""")]
    [InlineData("""config: "{\"password\": \"hunter2\", \"a\": 1}" """, """config: "{\"password\": \"***\", \"a\": 1}" """)]
    // environment, INI, options, connection strings
    [InlineData("DB_PASSWORD=hunter2", "DB_PASSWORD=***")]
    [InlineData("password = two words", "password = ***")]
    [InlineData("- DB_PASSWORD=hunter2", "- DB_PASSWORD=***")]
    [InlineData("- \"DB_PASSWORD=hunter2\" # c", "- \"DB_PASSWORD=***\" # c")]
    [InlineData("ENV DB_PASSWORD=hunter2 PORT=1", "ENV DB_PASSWORD=*** PORT=1")]
    [InlineData("run --password hunter2 --port 1", "run --password *** --port 1")]
    [InlineData("run --api-key=hunter2 --port 1", "run --api-key=*** --port 1")]
    [InlineData("Server=db;Password=hunter2;Port=1", "Server=db;Password=***;Port=1")]
    [InlineData("connect(password=\"hunter2\", port=1)", "connect(password=\"***\", port=1)")]
    [InlineData("https://host/path?token=hunter2&x=1", "https://host/path?token=***&x=1")]
    [InlineData("password = two words # c", "password = *** # c")]
    [InlineData("  \"token\": 123,", "  \"token\": ***,")]
    // variables named as secrets
    [InlineData("AUTH: ${NEO4J_USER:-neo4j}/${NEO4J_PASSWORD:-hunter2}", "AUTH: ${NEO4J_USER:-neo4j}/${NEO4J_PASSWORD:-***}")]
    [InlineData("key: ${A:-${DB_PASSWORD:-hunter2}}", "key: ${A:-${DB_PASSWORD:-***}}")]
    // Kubernetes
    [InlineData("- name: DB_PASSWORD\n  value: hunter2", "- name: DB_PASSWORD\n  value: ***")]
    [InlineData("- {name: DB_PASSWORD, value: hunter2}", "- {name: DB_PASSWORD, value: ***}")]
    [InlineData("- name: DB_HOST\n  value: mysql", "- name: DB_HOST\n  value: mysql")]
    // several lines
    [InlineData("password: |\n  one\n\n  two\nuser: me", "password: |\n  ***\n\n  ***\nuser: me")]
    [InlineData("a:\n  - password: >- # c\n      one\n    user: me", "a:\n  - password: >- # c\n      ***\n    user: me")]
    [InlineData("password: \"one\n  two\"\nuser: me", "password: \"***\n  ***\"\nuser: me")]
    [InlineData("password: one\n  two\nuser: me", "password: ***\n  ***\nuser: me")]
    [InlineData("password:\n  hunter2\nuser: me", "password:\n  ***\nuser: me")]
    [InlineData("password:\r\n  hunter2\r\nuser: me", "password:\r\n  ***\r\nuser: me")]
    // URLs
    [InlineData("mysql://root:hunter2@db:3306/x", "mysql://root:***@db:3306/x")]
    [InlineData("redis://:hunter2@db", "redis://:***@db")]
    [InlineData("mysql://root:a/b@db/x", "mysql://root:***@db/x")]
    [InlineData("mysql://root:${PASSWORD}@db/x", "mysql://root:${PASSWORD}@db/x")]
    [InlineData("mysql://${USER:-root}:${PASSWORD:-hunter2}@db/x", "mysql://${USER:-root}:${PASSWORD:-***}@db/x")]
    [InlineData("http://db:8585/api/@me", "http://db:8585/api/@me")]
    [InlineData("mysql://root@db:3306", "mysql://root@db:3306")]
    // tokens and keys, wherever they stand
    [InlineData("note eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2ln, see", "note ***, see")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE+/=\n-----END RSA PRIVATE KEY-----\nx: y", "-----BEGIN RSA PRIVATE KEY-----\n***\n-----END RSA PRIVATE KEY-----\nx: y")]
    [InlineData("k: \"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\"", "k: \"-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----\"")]
    [InlineData("a: |\n  -----BEGIN PRIVATE KEY-----\n  MIIE\nb: c", "a: |\n  -----BEGIN PRIVATE KEY-----\n  ***\nb: c")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN CERTIFICATE-----\nMIIE")]
    public void Masks(string text, string expected) => Assert.Equal(expected, SecretMask.Apply(text));

    [Theory]
    [InlineData("password: ${DB_PASSWORD}")]
    [InlineData("password: $DB_PASSWORD")]
    [InlineData("password: \"${DB_PASSWORD}\"")]
    [InlineData("password: ${A:-${B}}")]
    [InlineData("password: ${{ secrets.DB_PASSWORD }}")]
    [InlineData("password: {{ .Values.password }}")]
    [InlineData("password: '{{ var.value.get(\"password\") }}'")]
    [InlineData("password: <your password>")]
    [InlineData("run --password=$$MYSQL_ROOT_PASSWORD -v")]
    [InlineData("password: ...")]
    [InlineData("REDIS_PASSWORD=  # may be empty")]
    [InlineData("  \"credentials\": null,")]
    [InlineData("secretRef: mysql-secrets\nsecretKey: mysql-password")]
    [InlineData("existingSecret: mysql-secrets")]
    [InlineData("password: __DB_PASSWORD__")]
    [InlineData("password: ''")]
    [InlineData("password: \"\"")]
    [InlineData("password:")]
    [InlineData("password: null")]
    [InlineData("password: []")]
    [InlineData("password: [${DB_PASSWORD}]")]
    [InlineData("- password:\n- port: 1")]
    [InlineData("password: ~")]
    [InlineData("privateKey: |\n  ${PRIVATE_KEY}")]
    [InlineData("tokenizer: standard")]
    [InlineData("passwordPolicy: strict")]
    [InlineData("passwordPolicy:\n  length: 8")]
    [InlineData("credentials:\n  user: me")]
    [InlineData("publicKey: MIIB")]
    [InlineData("secretName: db")]
    [InlineData("tokenUrl: https://host/oauth")]
    [InlineData("maxTokens: 5")]
    [InlineData("secretKeyRef:\n  name: db\n  key: mysql")]
    [InlineData("type: Token\nbypass: road\ncompass: north")]
    [InlineData("a: &p\n  x\npassword: *p")]
    [InlineData("password: &p\nother: [*p]")]
    [InlineData("image: openmetadata/server:1.6.3")]
    [InlineData("if token == other and secret != none:")]
    public void Leaves(string text) => Assert.Equal(text, SecretMask.Apply(text));

    [Theory]
    [InlineData("password: ${DB_PASSWORD:-hunter2}", "password: ${DB_PASSWORD:-***}")]
    [InlineData("password: ${DB_PASSWORD:-}", "password: ${DB_PASSWORD:-}")]
    [InlineData("password: ${DB_PASSWORD:-\"\"}", "password: ${DB_PASSWORD:-\"\"}")]
    [InlineData("password: ${DB_PASSWORD:- hunter2}", "password: ${DB_PASSWORD:- ***}")]
    [InlineData("password: ab${DB_PASSWORD}", "password: ***")]
    [InlineData("password: $ecret", "password: ***")]
    [InlineData("password: ${A}${B}", "password: ***")]
    [InlineData("password: <a> b <c>", "password: ***")]
    public void A_placeholder_is_the_whole_value_or_its_default_is_masked(string text, string expected) =>
        Assert.Equal(expected, SecretMask.Apply(text));

    [Theory]
    [InlineData("password")]
    [InlineData("passwd")]
    [InlineData("pwd")]
    [InlineData("DB_PASS")]
    [InlineData("jwtToken")]
    [InlineData("token")]
    [InlineData("secret")]
    [InlineData("secretKey")]
    [InlineData("private-key")]
    [InlineData("API_KEY")]
    [InlineData("accessKey")]
    [InlineData("awsSecretAccessKey")]
    [InlineData("AWS_SESSION_TOKEN")]
    [InlineData("DBPASSWORD")]
    [InlineData("password2")]
    [InlineData("DB_PASSWORD_2")]
    [InlineData("clientSecret")]
    [InlineData("privateKeyPassphrase")]
    [InlineData("FERNET_KEY")]
    [InlineData("spring.datasource.password")]
    public void Is_a_secret_key(string key) => Assert.True(SecretMask.IsSecretKey(key));

    [Fact]
    public void The_end_of_a_long_key_counts() => Assert.True(SecretMask.IsSecretKey(new string('x', 1_000) + "password"));

    [Theory]
    [InlineData("tokenizer")]
    [InlineData("passwordPolicy")]
    [InlineData("publicKey")]
    [InlineData("secretName")]
    [InlineData("bypass")]
    [InlineData("key")]
    [InlineData("primaryKey")]
    [InlineData("passwordFile")]
    [InlineData("")]
    public void Is_no_secret_key(string key) => Assert.False(SecretMask.IsSecretKey(key));

    [Fact]
    public void A_secret_is_found_whatever_stands_around_it() => Check.One(
        RandomCases.Of(2_000),
        Prop.ForAll(
            Lines.ToArbitrary(),
            Gen.Elements(
                "password: hunter2",
                "  jwtToken: \"hunter2\"",
                "- {user: me, apiKey: 'hunter2'}",
                "privateKey: |-\n  hunter2\n  hunter2",
                "secret: >\n\n      hunter2",
                "token: \"a\n  hunter2\"",
                "url: mysql://me:hunter2@db/x",
                "DB_PASSWORD=hunter2").ToArbitrary(),
            Lines.ToArbitrary(),
            (before, secret, after) =>
                !SecretMask.Apply(before + secret + "\n" + after).Contains("hunter2", StringComparison.Ordinal)));

    [Fact]
    public void Secrets_are_sorted_and_stay_within_a_line() => Check.One(
        RandomCases.Of(2_000),
        Prop.ForAll(Texts, text =>
        {
            var spans = SecretMask.Of(text).Spans;
            return spans.All(span => span.Length > 0 && !text.AsSpan(span.Start, span.Length).ContainsAny('\n', '\r'))
                && spans.Zip(spans.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
        }));

    [Fact]
    public void The_time_grows_with_the_text()
    {
        string[] hostile = ["{", "://", "://a:", "password:", "password: \"", "eyJ", "--", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "\" :", "= ", "name: password ", "${password:-", "password: ${A:-"];
        foreach (var piece in hostile)
            Assert.NotNull(SecretMask.Apply(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))));
        Assert.NotNull(SecretMask.Apply($"password: {string.Concat(Enumerable.Repeat("${A:-", 200_000))}{new string('}', 200_000)}"));
    }

    /// <summary>Lines that leave nothing open.</summary>
    private static Gen<string> Lines => Gen.Elements(
            "a: b", "  a: b", "# it's a comment", "- don't", "text: \"quoted: 'x'\"", "block: |", "    content", "{a: b}", "[", "]", "", "password: ${X}",
            "password:", "name: DB_PASSWORD", "password: |", "password: one", "k: 'v' # c", "url: http://host:80/@x", "---")
        .ListOf()
        .Select(lines => string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Texts of the pieces that mean something to the scanner.</summary>
    private static Arbitrary<string> Texts => Gen.Elements(
            "password", "token", "name", "value", "user", ": ", ":", "=", "--", "\n", "\n  ", "\n    ", "\r\n", "'", "\"", "\\", "{", "}", "[", "]", ", ",
            "|", ">", "#", " ", " # ", "- ", "&a ", "*a", "${X}", "${X:-", "{{ x }}", "<x>", "__X__", "hunter2", "://", "@", "/", "eyJhbGciOiJSUzI1NiJ9.eyJz",
            "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "MIIE", "***")
        .ListOf()
        .Select(pieces => string.Concat(pieces))
        .ToArbitrary();
}
