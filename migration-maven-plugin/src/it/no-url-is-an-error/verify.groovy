String log = new File(basedir, 'build.log').text
assert log.contains('migrate.url is not set')
assert log.contains('MIGRATE_URL')
assert !new File(basedir, 'target/migrate/pg17').exists()
