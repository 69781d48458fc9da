import json

CONFIG = json.loads("""
{
  "source": {
    "type": "redshift",
    "serviceName": "dwh",
    "sourceConfig": {
      "config": {
        "type": "Profiler",
        "includeViews": true
      }
    }
  },
  "processor": {"type": "orm-profiler", "config": {}},
  "sink": {"type": "metadata-rest", "config": {}}
}
""")
