package io.github.auth0jakarta;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Auth0's My Account API refused a request, and says why by problem details (RFC 7807).
 *
 * <p>What it says is for people who look for a fault: it stands neither in the message nor in logs, and who shows it to a
 * browser has to escape it.
 */
public final class MyAccountException extends AuthorizationServerException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * What the answer said.
     *
     * @param type a URI that names the kind of problem; empty where there was none
     * @param title the kind of problem in words; empty where there was none
     * @param detail this problem in words; empty where there was none
     * @param validationErrors what is wrong with which part of the request
     */
    public record Problem(
            Optional<String> type,
            Optional<String> title,
            Optional<String> detail,
            List<ValidationError> validationErrors) {

        public Problem {
            validationErrors = List.copyOf(validationErrors);
        }
    }

    /**
     * What is wrong with one part of the request.
     *
     * @param detail in words; empty where there was none
     * @param field the part by its name; empty where there was none
     * @param pointer the part as a JSON pointer; empty where there was none
     * @param source where in the request it stands; empty where there was none
     */
    public record ValidationError(
            Optional<String> detail, Optional<String> field, Optional<String> pointer, Optional<String> source) {}

    /**
     * @param status the HTTP status of the answer
     * @param retryAfter for how long the provider wants no further request, null where it did not say
     */
    public MyAccountException(Auth0ErrorCode code, int status, Problem problem, @Nullable Duration retryAfter) {
        super(code, "the My Account API answered " + status, status, null, retryAfter);
        this.problem = problem;
    }

    /** Returns what the answer said. */
    public Problem problem() {
        return problem;
    }
}
