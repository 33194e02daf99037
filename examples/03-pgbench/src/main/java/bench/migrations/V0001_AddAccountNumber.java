package bench.migrations;

import static dev.migrate.api.Recipes.backfill;
import static org.jooq.impl.DSL.alterTable;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.migrate.api.Safe;
import dev.migrate.api.SchemaMigration;
import dev.migrate.api.Steps;
import dev.migrate.api.Verification;

/**
 * Accounts get a number that people can read out: branch, account, and two check digits that find a wrong or swapped
 * one. Java computes it, in batches, while pgbench changes the balances of the same rows; pgbench opens no account, so
 * none can come without a number.
 */
@Safe
public final class V0001_AddAccountNumber implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(alterTable("pgbench_accounts").addColumn("account_number", VARCHAR(18)));
        steps.add(backfill("pgbench_accounts", "account_number")
                .reading(Account.class)
                .computing(account -> accountNumber(account.bid(), account.aid())));
    }

    @Override
    public void verify(Verification verification) {
        verification.noRows("SELECT aid FROM pgbench_accounts WHERE account_number IS NULL");
        verification.noRows("SELECT aid FROM pgbench_accounts WHERE account_number::numeric % 97 <> 1");
    }

    /** What this migration reads of an account. */
    record Account(int aid, int bid) {}

    /** Six digits of the branch, ten of the account, two to check: the whole leaves 1 when divided by 97 (ISO 7064). */
    static String accountNumber(int branch, int account) {
        long number = branch * 10_000_000_000L + account;
        return String.format("%016d%02d", number, 98 - number % 97 * 100 % 97);
    }
}
