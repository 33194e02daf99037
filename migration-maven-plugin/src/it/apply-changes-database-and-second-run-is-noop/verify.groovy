String log = new File(basedir, 'build.log').text
assert log.contains('checked 2 migrations: no findings')
assert log.contains('shop, schema public: applied 2 migrations')
assert log.contains('| V0002_AddPriority ')
assert log.contains('shop, schema public: nothing to apply')
assert log.count('BUILD SUCCESS') == 2
