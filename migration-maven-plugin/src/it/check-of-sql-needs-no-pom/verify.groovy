def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'findings.json'))
def index = json.findings.findAll { it.level == 'error' }
assert index.collect { [it.rule, it.location, it.file, it.line, it.column] } ==
        [['CreateIndexBlocksWrites', 'db/migration', 'db/migration/V2__index.sql', 1, 14],
         ['CreateIndexBlocksWrites', 'java', 'java/V1__Index.java', 9, 56]]
assert !json.findings.any { it.location == 'other' }
String log = new File(basedir, 'build.log').text
assert log.contains('there is no POM in')
assert log.contains('-Dmigrate.locations=FOLDER')
assert !log.contains('\tat ')
