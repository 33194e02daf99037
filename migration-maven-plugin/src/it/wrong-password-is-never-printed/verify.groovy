String log = new File(basedir, 'build.log').text
// Maven itself prints the configuration of a goal with -X: what the POM says in clear is the user's own.
List<String> ours = log.readLines().findAll { !it.contains('[DEBUG]   (f) ') && !it.contains('<password>') }
assert log.contains('password authentication failed')
assert ours.every { !it.contains('not-the-Secret-17') }
