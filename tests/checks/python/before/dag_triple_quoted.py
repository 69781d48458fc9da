"""Profiles the shop's tables. Example of a configuration:

source:
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
"""
import yaml
from datetime import timedelta

from airflow import DAG

try:
    from airflow.operators.python import PythonOperator
except ModuleNotFoundError:
    from airflow.operators.python_operator import PythonOperator

from metadata.profiler.api.workflow import ProfilerWorkflow

default_args = {
    "owner": "data-platform",
    "retries": 3,
    "retry_delay": timedelta(seconds=10),
}

# 프로파일러 설정 — é
CONFIG = """
source:
  type: mysql
  serviceName: shop_mysql
  sourceConfig:
    config:
      type: Profiler
      generateSampleData: true
      processPiiSensitive: true
      confidence: 70   # 🙂 per cent
      includeViews: true
      schemaFilterPattern:
        includes: ["sales", "\\\\.*_eu"]
processor:
  type: orm-profiler
  config: {}
sink:
  type: metadata-rest
  config: {}
workflowConfig:
  openMetadataServerConfig:
    hostPort: "http://openmetadata:8585/api"
    authProvider: openmetadata
    securityConfig:
      jwtToken: "{{ var.value.om_token }}"
"""


def profile():
    workflow_config = yaml.safe_load(CONFIG)
    workflow = ProfilerWorkflow.create(workflow_config)
    workflow.execute()
    workflow.raise_from_status()
    workflow.print_status()
    workflow.stop()


with DAG("profile_shop", default_args=default_args, schedule="@daily", catchup=False) as dag:
    PythonOperator(task_id="profile_using_recipe", python_callable=profile)
