String log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 1
assert log.contains('shop, schema public: applied 1 migration')
assert log.contains('of-the-environment.invalid')
assert !log.contains('of-the-pom.invalid')
