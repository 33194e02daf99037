import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
File target = new File(basedir, 'target/migrate')
def json = new JsonSlurper().parse(new File(target, 'check.json'))
assert json.summary.migrations == 4
assert json.findings*.module.toSet() == ['shop-one', 'shop-two'].toSet()
assert json.findings*.rule.toSet() == ['LiteralSchema'].toSet()
assert json.findings*.file.every { new File(basedir, it).isFile() }
assert json.suppressed*.because == ['ten rows', 'ten rows']
def runs = new JsonSlurper().parse(new File(target, 'check.sarif')).runs
assert runs.size() == 1
assert runs[0].results.size() == json.findings.size() + 2
assert runs[0].results*.locations*.physicalLocation*.artifactLocation*.uri.flatten().every {
    it.contains('/findings-of-all-modules-are-one-document/shop-')
}
assert !new File(basedir, 'shop-one/target/migrate/check.json').exists()
assert log.readLines().count { it.startsWith('::warning file=') && it.contains('title=LiteralSchema') } == json.findings.size()
assert log.contains('[INFO] CreateIndexBlocksWrites')
assert log.contains('[INFO]     @Safe')
assert !log.contains('\u001B[1mCreateIndex')
