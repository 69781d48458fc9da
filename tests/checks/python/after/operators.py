from airflow.operators.python import PythonVirtualenvOperator
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from metadata.workflow.metadata import MetadataWorkflow

VERSION = "1.6.3.0"

KubernetesPodOperator(
    task_id="usage", image="docker.getcollate.io/openmetadata/ingestion-base:1.6.3.0", cmds=["python", "main.py"],
    env_vars={
        "pipelineType": "usage",
        "config": """
source:
  type: mysql-usage
  serviceName: shop_mysql
  sourceConfig:
    config:
      type: DatabaseUsage
processor:
  type: query-parser
  config: {}
stage: {type: table-usage, config: {filename: /tmp/usage}}
bulkSink: {type: metadata-usage, config: {filename: /tmp/usage}}
""",
    },
)
KubernetesPodOperator(task_id="profile", image=f"docker.getcollate.io/openmetadata/ingestion-base:{VERSION}")
PythonVirtualenvOperator(
    task_id="virtualenv",
    requirements=["openmetadata-ingestion[mysql]~=1.6.3.0", "pandas<3"],
    python_callable=lambda: MetadataWorkflow.create({}),
)
