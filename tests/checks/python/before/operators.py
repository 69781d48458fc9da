from airflow.operators.python import PythonVirtualenvOperator
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from metadata.ingestion.api.workflow import Workflow

VERSION = "1.5.4"

KubernetesPodOperator(
    task_id="usage", image="docker.getcollate.io/openmetadata/ingestion-base:0.13.2", cmds=["python", "main.py"],
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
    requirements=["openmetadata-ingestion[mysql]~=1.5.0", "pandas<3"],
    python_callable=lambda: Workflow.create({}),
)
