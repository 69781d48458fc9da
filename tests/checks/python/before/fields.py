from textwrap import dedent


def build(flag, sample_data, views="true"):
    return dedent(f"""
        source:
          type: mysql
          serviceName: {'sh' + "op"}
          sourceConfig:
            config:
              generateSampleData: {sample_data}
              type: Profiler
              processPiiSensitive: {flag}  # by the caller
              includeViews: {views}
              confidence: 80
        processor: {{type: orm-profiler, config: {{}}}}
        sink: {{type: metadata-rest, config: {{}}}}
    """)


CONFIG = build("true", sample_data="false")

OTHER = """
source:
  type: {kind}
  serviceName: other
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: {flag!s}
      includeViews: true
processor: {{type: orm-profiler, config: {{}}}}
""".format(kind="mysql", flag="false")
