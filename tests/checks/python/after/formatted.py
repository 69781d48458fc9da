TEMPLATE = '''
source:
  type: {kind}
  serviceName: shop
  sourceConfig:
    config:
      type: Profiler
      includeViews: true
processor:
  type: orm-profiler
  config: {{}}
sink:
  type: metadata-rest
  config: {{}}
'''
CONFIG = TEMPLATE.format(kind="mysql")

OTHER = """
source:
  type: mysql
  serviceName: other
  sourceConfig:
    config:
      type: Profiler
      profileSample: 50 # %%
      includeViews: %(views)s
processor: {type: orm-profiler, config: {}}
""" % {"views": "true"}
