def named = System.getenv('JDK25_HOME')
def siblings = new File(System.getProperty('java.home')).parentFile.listFiles() ?: []
return named || siblings.any { it.name.contains('25') && new File(it, 'bin/javac').exists() }
