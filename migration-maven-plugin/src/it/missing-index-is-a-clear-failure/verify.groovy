String log = new File(basedir, 'build.log').text
assert log.contains('the annotation processor did not run')
assert log.contains('annotationProcessorPaths')
assert !log.contains('Exception:')
