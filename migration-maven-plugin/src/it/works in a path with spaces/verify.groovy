String log = new File(basedir, 'build.log').text
assert basedir.path.contains(' ')
assert log.contains('shop, schema public: applied 2 migrations')
