package dev.migrate.processor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is said when something fails that no author of a migration can mend in the migration. */
final class Faults {
    private static final int FRAMES = 6;

    private Faults() {}

    /** A fault of this tool. The build fails: a migration that nobody judged must not pass. */
    static Message internal(Throwable fault) {
        String frames = Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n         at " + frame)
                .collect(Collectors.joining());
        return new Message("[MigrateInternalFault] the migrations could not be judged: " + fault
                + "\neffect:  this is a fault of the tool, not of your code; the build fails because nothing was checked"
                + "\nfix:     report it with these lines, the compiler's name and version, and the class that was compiled"
                + "\nfound:   " + fault.getClass().getName() + frames);
    }

    /** Whether the compiler, asked for a class, found its file missing or damaged; it throws that through its callers. */
    static boolean isMissingClass(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        return fault.getClass().getName().startsWith("com.sun.tools.javac.")
                && (name.equals("CompletionFailure") || name.equals("BadClassFile"));
    }

    /** The compiler's own words about a class that is not there. */
    static Message missingClass(Throwable fault) {
        return new Message("[MissingClass] the migrations could not be judged: " + fault.getMessage()
                + "\nfix:     put that class on the class path of this compilation");
    }

    /** The Eclipse compiler stops itself by an exception, which is its to catch. */
    static boolean isCompilersOwn(Throwable fault) {
        return fault.getClass().getName().startsWith("org.eclipse.jdt.internal.compiler.problem.Abort");
    }

    /** The output could not be written. */
    static Message notWritten(Exception failure) {
        return new Message("[IndexNotWritten] the index of migrations could not be written: " + failure
                + "\neffect:  without it neither apply nor a dependent module sees these migrations"
                + "\nfix:     make the folder of compiled classes writable and compile again");
    }
}
