import os

PROFILE_SAMPLE = 50


def build(service, token):
    return f"""
source:
  type: snowflake
  serviceName: {service}
  serviceConnection:
    config:
      type: Snowflake
      username: {os.environ.get('SNOWFLAKE_USER', 'om')}
      warehouse: {{}}
  sourceConfig:
    config:
      type: Profiler
      profileSample: {PROFILE_SAMPLE}
      includeViews: true
processor:
  type: orm-profiler
  config: {{}}
sink:
  type: metadata-rest
  config: {{}}
workflowConfig:
  openMetadataServerConfig:
    hostPort: http://openmetadata:8585/api
    authProvider: openmetadata
    securityConfig:
      jwtToken: '{token}'
"""


CONFIG = build("snow", "x" * 8)
