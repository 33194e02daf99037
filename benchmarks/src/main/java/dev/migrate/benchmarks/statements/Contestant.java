package dev.migrate.benchmarks.statements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A tool that applies the migrations in a Java process of its own, with its default settings. */
interface Contestant {
    /** The name in tables. */
    String name();

    /** Writes the migrations, compiled if they are Java, into a folder. */
    void write(Path folder, List<AddColumn> migrations) throws IOException;

    /**
     * Applies what is pending; runs in the process that is measured.
     *
     * @param url the database, with user and password
     * @param folder what {@link #write} wrote
     */
    void apply(String url, Path folder) throws Exception;

    /** Makes the tool accept a database that has tables already, where that is a command of its own; not measured. */
    default void adopt(String url, Path folder) throws Exception {}

    /** All, ours first. */
    static List<Contestant> all() {
        return List.of(new Ours(), new FlywayJava(), new FlywaySql(), new LiquibaseSql(), new PlainJdbc());
    }
}
