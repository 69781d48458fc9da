using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Workflows;

/// <summary>The split of Profiler workflows in the situations that real repositories hold. Each test's file beside this one shows what comes out.</summary>
public sealed class ProfilerSplitTests
{
    [Fact]
    public Task Property_first() => Split("""
        generateSampleData: true
        type: Profiler
        includeViews: false
        """);

    [Fact]
    public Task Property_in_the_middle() => Split("""
        type: Profiler
        generateSampleData: true
        includeViews: false
        """);

    [Fact]
    public Task Property_last() => Split("""
        type: Profiler
        includeViews: false
        confidence: 70
        """);

    [Fact]
    public Task All_four_and_nothing_else() => Split("""
        type: Profiler
        sampleDataCount: 20
        confidence: 70
        processPiiSensitive: true
        generateSampleData: true
        """);

    [Fact]
    public Task Comments_on_removed_lines_move_and_section_comments_of_others_stay() => Split("""
        # what is computed
        type: Profiler
        # samples for the stewards
        generateSampleData: true  # keep on

        # thresholds
        confidence: 70 # percent
        profileSample: 10 # percent of rows
        """);

    [Fact]
    public Task Quoted_keys() => Split("""
        "type": 'Profiler'
        'generateSampleData': true
        "confidence": 70
        """);

    [Fact]
    public Task Booleans_of_yaml_1_1() => Split("""
        type: Profiler
        generateSampleData: yes
        processPiiSensitive: "true"
        """);

    [Fact]
    public Task Turned_off_in_words_of_yaml_1_1() => Split("""
        type: Profiler
        generateSampleData: False
        processPiiSensitive: off
        """);

    [Fact]
    public Task Turned_off_with_a_comment_is_not_safe() => Split("""
        type: Profiler
        generateSampleData: false # holds personal data
        """);

    [Fact]
    public Task Environment_variable() => Split("""
        type: Profiler
        generateSampleData: ${TAKE_SAMPLES}
        sampleDataCount: $ROWS
        """);

    [Fact]
    public Task Environment_variable_where_it_decides_whether_rows_are_read() => Split("""
        type: Profiler
        generateSampleData: ${TAKE_SAMPLES}
        processPiiSensitive: true
        """);

    [Fact]
    public Task Tagging_by_names_alone() => Split("""
        type: Profiler
        generateSampleData: false
        processPiiSensitive: true
        """, FixSafety.Unsafe);

    [Fact]
    public Task Profiler_for_samples_only() => Split("""
        type: Profiler
        computeMetrics: false
        generateSampleData: true
        threadCount: 3
        tableFilterPattern:
          includes: [orders]
        """, FixSafety.Unsafe);

    [Fact]
    public Task Anchor_on_a_removed_value_that_is_used_elsewhere() => Split("""
        type: Profiler
        confidence: &percent 70
        profileSample: *percent
        """);

    [Fact]
    public Task Anchor_that_the_copy_does_not_carry() => Split("""
        type: Profiler
        profileSample: &percent 70
        confidence: *percent
        """);

    [Fact]
    public Task Merge_key_that_brings_the_property_in() => Verify(
        FixSafety.Unsafe,
        ("profiler.yaml", """
            x-defaults: &defaults
              generateSampleData: true
            source:
              type: mysql
              serviceName: shop
              sourceConfig:
                config:
                  <<: *defaults
                  type: Profiler
            sink: { type: metadata-rest, config: {} }

            """));

    [Fact]
    public Task Merge_key_that_brings_what_the_new_type_takes() => Verify(
        FixSafety.Safe,
        ("profiler.yaml", """
            x-filters: &filters
              schemaFilterPattern: { includes: [sales] }
            source:
              type: mysql
              serviceName: shop
              sourceConfig:
                config:
                  <<: *filters
                  type: Profiler
                  generateSampleData: true
            sink: { type: metadata-rest, config: {} }

            """));

    [Fact]
    public Task Duplicate_keys() => Split("""
        type: Profiler
        generateSampleData: false
        confidence: 60
        generateSampleData: true
        """);

    [Fact]
    public Task Flow_mapping() => Verify(
        FixSafety.Safe,
        ("profiler.yaml", """
            source: { type: mysql, serviceName: shop, sourceConfig: { config: { type: Profiler, generateSampleData: true, threadCount: 2 } } }
            sink: { type: metadata-rest, config: {} }

            """));

    [Fact]
    public Task Json() => Verify(
        FixSafety.Safe,
        ("profiler.json", """
            {
              "source": {
                "type": "mysql",
                "serviceName": "shop",
                "sourceConfig": {
                  "config": {
                    "type": "Profiler",
                    "processPiiSensitive": true,
                    "confidence": 70
                  }
                }
              },
              "sink": { "type": "metadata-rest", "config": {} }
            }

            """));

    [Fact]
    public Task Json_on_one_line() => Verify(
        FixSafety.Safe,
        ("profiler.json", """{"source":{"type":"mysql","serviceName":"shop","sourceConfig":{"config":{"type":"Profiler","confidence":70}}},"sink":{"type":"metadata-rest","config":{}}}"""));

    [Fact]
    public Task Two_profiler_documents_in_one_file() => Verify(
        FixSafety.Safe,
        ("profiler.yaml", Workflow("type: Profiler\ngenerateSampleData: true\n", "shop") + "---\n" + Workflow("type: Profiler\nconfidence: 70\n", "stock")));

    [Fact]
    public Task Existing_workflow_that_does_the_same() => Verify(
        FixSafety.Safe,
        ("other/classify.yaml", Workflow("""
            type: AutoClassification
            storeSampleData: true
            enableAutoClassification: false
            confidence: 80
            sampleDataCount: 50
            includeViews: true
            """)),
        ("profiler.yaml", Workflow("type: Profiler\ngenerateSampleData: true\n")));

    [Fact]
    public Task Scripts_that_run_it() => Verify(
        FixSafety.Safe,
        (".github/workflows/profile.yml", "jobs:\n  profile:\n    steps:\n      - run: metadata profile -c ingestion/profiler.yaml\n"),
        ("ingestion/profiler.yaml", Workflow("type: Profiler\ngenerateSampleData: true\nincludeViews: false\n")),
        ("ingestion/run.sh", "docker exec ingestion metadata profile -c /opt/airflow/dags/profiler.yaml\nmetadata profile -c other/profiler.yaml\nmetadata test -c profiler.yaml\n"));

    [Fact]
    public Task Existing_workflow_that_has_the_comment() => Verify(
        FixSafety.Safe,
        ("classify.yaml", Workflow("""
            type: AutoClassification
            storeSampleData: true  # the stewards look at these rows
            enableAutoClassification: false
            confidence: 80
            sampleDataCount: 50
            includeViews: true
            """)),
        ("profiler.yaml", Workflow("type: Profiler\nincludeViews: true\ngenerateSampleData: true # the stewards look at these rows\n")));

    [Fact]
    public Task Existing_workflow_with_another_comment() => Verify(
        FixSafety.Safe,
        ("classify.yaml", Workflow("""
            type: AutoClassification
            storeSampleData: true  # look at these rows
            enableAutoClassification: false
            confidence: 80
            sampleDataCount: 50
            includeViews: true
            """)),
        ("profiler.yaml", Workflow("type: Profiler\nincludeViews: true\ngenerateSampleData: true # the stewards look at these rows\n")));

    [Fact]
    public Task Existing_workflow_with_other_filters() => Verify(
        FixSafety.Safe,
        ("classify.yaml", Workflow("""
            type: AutoClassification
            storeSampleData: true
            enableAutoClassification: false
            confidence: 80
            sampleDataCount: 50
            includeViews: true
            schemaFilterPattern: { includes: [sales] }
            """)),
        ("profiler.yaml", Workflow("type: Profiler\ngenerateSampleData: true\n")));

    [Fact]
    public Task Taken_file_name() => Verify(
        FixSafety.Safe,
        ("profiler_auto_classification.yaml", "something: else\n"),
        ("profiler.yaml", Workflow("type: Profiler\ngenerateSampleData: true\n")));

    [Fact]
    public Task Pipeline_name_is_not_shared_and_table_settings_are() => Verify(
        FixSafety.Safe,
        ("ingestion/shop-profiler.yml", Workflow("type: Profiler\ngenerateSampleData: true\n").Replace("  config: {}\nsink", """
              config:
                profiler:
                  name: nightly
                  metrics: [row_count]
                tableConfig:
                  - fullyQualifiedName: shop.orders
                    sampleDataCount: 10
            sink
            """, StringComparison.Ordinal) + "ingestionPipelineFQN: shop.profiler # in the catalog\n"));

    [Fact]
    public Task No_property_at_all() => Split("""
        type: Profiler
        includeViews: true
        """, FixSafety.Unsafe);

    [Fact]
    public Task No_property_and_an_existing_workflow() => Verify(
        FixSafety.Unsafe,
        ("classify.yaml", Workflow("type: AutoClassification\nstoreSampleData: false\n")),
        ("profiler.yaml", Workflow("type: Profiler\nincludeViews: true\n")));

    [Fact]
    public Task Views_are_written_out_beside_the_split() => Split("""
        type: Profiler
        generateSampleData: true
        """, FixSafety.Unsafe);

    [Fact]
    public Task Turned_off_stays_off_with_unsafe_fixes() => Split("""
        type: Profiler
        includeViews: true
        generateSampleData: false
        """, FixSafety.Unsafe);

    [Fact]
    public Task Suppressed_in_part() => Split("""
        type: Profiler
        generateSampleData: true
        confidence: 70 # omlint: ignore[OM1003] -- read by another tool
        """);

    private static Task Split(
        string config,
        FixSafety accepted = FixSafety.Safe,
        [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.Verify(FixPreview.Of(accepted, [("mysql_profiler.yaml", Workflow(config))]), method: method);

    private static Task Verify(FixSafety accepted, params (string Path, string Text)[] files) =>
        Snapshot.Verify(FixPreview.Of(accepted, [.. files]), method: TestContext.Current.TestMethod!.MethodName);

    private static string Workflow(string config, string service = "shop") => $$"""
        source:
          type: mysql
          serviceName: {{service}}
          sourceConfig:
            config:
        {{string.Join('\n', config.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : "      " + line))}}
        processor:
          type: orm-profiler
          config: {}
        sink:
          type: metadata-rest
          config: {}

        """;
}
