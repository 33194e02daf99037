package dev.migrate.testing.traffic;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A release of the application, as the database sees it: its requests.
 *
 * @param name for people, such as {@code "old"}
 * @param requests at least one
 */
public record Release(String name, List<Request> requests) {
    /** Copies the list. */
    public Release {
        Objects.requireNonNull(name, "name");
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("the release " + name + " makes no request");
        }
    }

    /** A request, drawn by weight. */
    Request draw(RandomGenerator random) {
        int at = random.nextInt(requests.stream().mapToInt(Request::weight).sum());
        for (Request request : requests) {
            at -= request.weight();
            if (at < 0) {
                return request;
            }
        }
        throw new AssertionError("the weights do not add up");
    }
}
