package polls;

import static polls.database.Tables.POLLS_CHOICE;
import static polls.database.Tables.POLLS_POLL;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record3;

/** The application's access to its tables; every statement names its columns. */
public final class Polls {
    private final DSLContext database;

    /** Uses the given connection or pool. */
    public Polls(DSLContext database) {
        this.database = database;
    }

    /** Opens a poll. */
    public long open(String question, String slug, List<String> choices) {
        return database.transactionResult(transaction -> {
            long poll = transaction
                    .dsl()
                    .insertInto(POLLS_POLL, POLLS_POLL.QUESTION, POLLS_POLL.SLUG)
                    .values(question, slug)
                    .returningResult(POLLS_POLL.ID)
                    .fetchSingle()
                    .value1();
            for (String choice : choices) {
                transaction
                        .dsl()
                        .insertInto(POLLS_CHOICE, POLLS_CHOICE.POLL_ID, POLLS_CHOICE.TEXT)
                        .values(poll, choice)
                        .execute();
            }
            return poll;
        });
    }

    /** The front page: the most important polls first. */
    public List<Poll> frontPage(int limit) {
        return database.select(POLLS_POLL.ID, POLLS_POLL.QUESTION, POLLS_POLL.SLUG)
                .from(POLLS_POLL)
                .orderBy(POLLS_POLL.PRIORITY.desc(), POLLS_POLL.ID)
                .limit(limit)
                .fetch()
                .map(this::withChoices);
    }

    /** Counts one vote; false if there is no such choice. */
    public boolean vote(long choice) {
        return database.update(POLLS_CHOICE)
                        .set(POLLS_CHOICE.VOTES, POLLS_CHOICE.VOTES.plus(1))
                        .where(POLLS_CHOICE.ID.eq(choice))
                        .execute()
                == 1;
    }

    private Poll withChoices(Record3<Long, String, String> poll) {
        return new Poll(
                poll.value1(),
                poll.value2(),
                poll.value3() == null ? "" : poll.value3(),
                database.select(POLLS_CHOICE.ID, POLLS_CHOICE.TEXT, POLLS_CHOICE.VOTES)
                        .from(POLLS_CHOICE)
                        .where(POLLS_CHOICE.POLL_ID.eq(poll.value1()))
                        .orderBy(POLLS_CHOICE.ID)
                        .fetch(choice -> new Poll.Choice(choice.value1(), choice.value2(), choice.value3())));
    }
}
