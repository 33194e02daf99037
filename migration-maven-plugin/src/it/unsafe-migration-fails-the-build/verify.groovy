String log = new File(basedir, 'build.log').text
assert log.contains('V0002_DropCustomer.java:[13,')
assert log.contains('[DropColumnBeforeExpand]')
assert log.contains('orders.customer')
