package dev.migrate.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The process that compiles: once and cold, or again and again as a build's daemon does. It needs nothing but a JDK, so
 * that it can be that JDK's which is measured.
 */
public final class CompilerProcess {
    /** Where in a line the figures since the process's start begin. */
    static final int SINCE_START = 2;

    private final List<String> options;
    private final List<Path> sources;

    private CompilerProcess(List<String> options, List<Path> sources) {
        this.options = options;
        this.sources = sources;
    }

    /** How the processor comes into the compiler. */
    enum Processors {
        /** Not at all. */
        NONE,
        /** From a processor path, in a class loader of its own each time: javac, Maven. */
        PATH,
        /** From a class loader that the daemon keeps: Gradle. */
        KEPT
    }

    /** Arguments: the result's file, the sources' list, the class path, the processor path, the output, then the runs. */
    public static void main(String[] arguments) throws IOException {
        List<Path> sources =
                Files.readAllLines(Path.of(arguments[1])).stream().map(Path::of).toList();
        List<String> options = List.of("-encoding", "UTF-8", "-cp", arguments[2], "-d", arguments[4]);
        CompilerProcess compiler = new CompilerProcess(options, sources);
        List<String> results = new ArrayList<>();
        try (URLClassLoader kept = new URLClassLoader(urls(arguments[3]), ClassLoader.getSystemClassLoader())) {
            for (int run = 5; run < arguments.length; run++) {
                results.add(compiler.run(Processors.valueOf(arguments[run]), arguments[3], kept));
            }
        }
        Files.write(Path.of(arguments[0]), results);
    }

    private String run(Processors processors, String processorPath, ClassLoader kept) throws IOException {
        Clock clock = Clock.start();
        compile(processors, processorPath, kept);
        return clock.line();
    }

    /** Wall and CPU time of a part of a process. */
    record Clock(long wall, long cpu) {
        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        static Clock start() {
            return new Clock(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        /** Microseconds: wall and CPU of the part, then both of the process since its start. */
        String line() {
            return part() + " " + ManagementFactory.getRuntimeMXBean().getUptime() * 1000 + " "
                    + SYSTEM.getProcessCpuTime() / 1000;
        }

        /** A line of which the process's figures are the part's too. */
        String partFirst() {
            String part = part();
            return part + " " + part;
        }

        private String part() {
            return (System.nanoTime() - wall) / 1000 + " " + (SYSTEM.getProcessCpuTime() - cpu) / 1000;
        }
    }

    private void compile(Processors processors, String processorPath, ClassLoader kept) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> all = new ArrayList<>(options);
        if (processors == Processors.NONE) {
            all.add("-proc:none");
        } else if (processors == Processors.PATH) {
            all.addAll(List.of("-processorpath", processorPath));
        }
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(messages, files, null, all, null, files.getJavaFileObjectsFromPaths(sources));
            if (processors == Processors.KEPT) {
                List<Processor> instances = new ArrayList<>();
                ServiceLoader.load(Processor.class, kept).forEach(instances::add);
                task.setProcessors(instances);
            }
            if (!task.call() || !messages.toString().isEmpty()) {
                System.err.println(messages);
                System.exit(1);
            }
        }
    }

    private static URL[] urls(String path) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
