String log = new File(basedir, 'build.log').text
assert log.contains('skipped: a module of packaging pom has no migrations')
assert !new File(basedir, 'target').exists()
