package dev.migrate.benchmarks.statements;

import dev.migrate.benchmarks.NotMeasured;
import dev.migrate.benchmarks.Report.Counted;
import dev.migrate.benchmarks.server.LoggedStatement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the logged statements of one run cost. The cost of a migration is what the server sees from one migration's
 * statement to the next one's, on all connections: so nothing that a run does once is charged to it, and nothing that is
 * done for each migration escapes.
 */
record StatementCosts(List<LoggedStatement> statements) {
    static final String IN_TRANSACTION = "its transaction";
    static final String BESIDE = "beside it";
    static final String ONCE = "once a run";
    static final String NOW_AND_THEN = "now and then";

    StatementCosts {
        statements = List.copyOf(statements);
    }

    int total() {
        return statements.size();
    }

    long transactions() {
        return statements.stream().map(LoggedStatement::transaction).distinct().count();
    }

    /** The median over the migrations. */
    double perMigration() {
        return medianBetweenMigrations(index -> true);
    }

    /** Those that begin between two migrations' statements; the median over the migrations. */
    double transactionsPerMigration() {
        Set<String> seen = new HashSet<>();
        boolean[] begins = new boolean[statements.size()];
        for (int index = 0; index < begins.length; index++) {
            begins[index] = seen.add(statements.get(index).transaction());
        }
        return medianBetweenMigrations(index -> begins[index]);
    }

    private double medianBetweenMigrations(IntPredicate counts) {
        int[] at = migrations();
        long[] costs = IntStream.range(1, at.length)
                .mapToLong(n -> IntStream.rangeClosed(at[n - 1] + 1, at[n])
                        .filter(counts)
                        .count())
                .sorted()
                .toArray();
        int middle = costs.length / 2;
        return costs.length % 2 == 1 ? costs[middle] : (costs[middle - 1] + costs[middle]) / 2.0;
    }

    /** The most statements that a transaction with a migration in it has. */
    long mostInTransaction() {
        Set<String> transactions = migrationTransactions();
        return statements.stream()
                .map(LoggedStatement::transaction)
                .filter(transactions::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The statements by their text without literals and numbers, the most frequent first. */
    List<Counted> grouped(String run) {
        Set<String> transactions = migrationTransactions();
        long migrations =
                statements.stream().filter(each -> AddColumn.is(each.text())).count();
        Map<Group, Long> counts = statements.stream()
                .collect(Collectors.groupingBy(
                        each -> new Group(normalised(each.text()), transactions.contains(each.transaction())),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> counted(run, entry.getKey(), entry.getValue(), migrations))
                .sorted(Comparator.comparingLong(Counted::count).reversed())
                .toList();
    }

    private static Counted counted(String run, Group group, long count, long migrations) {
        double each = migrations == 0 ? 0 : Math.floor(100.0 * count / migrations) / 100;
        return new Counted(run, where(group, count, each), count, each, group.text());
    }

    private static String where(Group group, long count, double each) {
        if (group.inTransaction()) {
            return IN_TRANSACTION;
        }
        return count == 1 ? ONCE : each >= 0.5 ? BESIDE : NOW_AND_THEN;
    }

    private record Group(String text, boolean inTransaction) {}

    private Set<String> migrationTransactions() {
        return statements.stream()
                .filter(each -> AddColumn.is(each.text()))
                .map(LoggedStatement::transaction)
                .collect(Collectors.toSet());
    }

    private int[] migrations() {
        int[] at = IntStream.range(0, statements.size())
                .filter(index -> AddColumn.is(statements.get(index).text()))
                .toArray();
        if (at.length < 2) {
            throw new NotMeasured(
                    "the log shows " + at.length + " migrations, too few to tell what one costs",
                    statements.stream().map(LoggedStatement::text).limit(20).toArray(String[]::new));
        }
        return at;
    }

    static String normalised(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .collect(Collectors.joining(" "))
                .replaceAll("'(?:[^']|'')*'", "?")
                .replaceAll("\\d+", "#");
    }
}
