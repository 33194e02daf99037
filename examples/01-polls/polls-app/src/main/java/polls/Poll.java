package polls;

import java.util.List;

/** A poll as the application shows it. */
public record Poll(long id, String question, String slug, List<Choice> choices) {
    /** Copies the choices. */
    public Poll {
        choices = List.copyOf(choices);
    }

    /** One answer, with its votes. */
    public record Choice(long id, String text, int votes) {}
}
