String log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 1
assert log.contains('V0001_CreateOrders')
assert log =~ /edited|changed/
assert log.contains('fix:')
