from textwrap import dedent

HOST = "http://openmetadata:8585/api"


def config_text():
	return dedent(
		r"""
		source:
		  type: postgres
		  serviceName: orders
		  sourceConfig:
		    config:
		      type: Profiler
		      includeViews: false
		      tableFilterPattern:
		        excludes: ['.*\d+_tmp$']
		processor: {type: orm-profiler, config: {}}
		sink: {type: metadata-rest, config: {}}
		""").strip("\n")


CONFIG = config_text().replace("\t", "")
