package io.github.auth0jakarta.internal.http;

import io.github.auth0jakarta.TransportException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request a second time, once, where that does no harm and may help: the connection broke, or the provider answered
 * 503 and wants the next request so soon that it pays to wait.
 *
 * <p>Only for requests that change nothing, or of which a second one is as good as the first. What a provider takes once, a
 * code or a refresh token, never comes here: nobody knows whether the first request arrived.
 */
public final class SecondAttempt {
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /** By which the provider's second is over by any clock. */
    private static final Duration MARGIN = Duration.ofMillis(20);
    /** What fails late is not repeated, so that two attempts take hardly longer than one. */
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);

    private SecondAttempt() {}

    /**
     * Returns the answer to a GET. Where the connection breaks before there is an answer, Java itself sends a GET again, so
     * this does not.
     *
     * @param request sends it anew each time
     */
    public static HttpAnswer ofGet(Supplier<HttpAnswer> request) {
        return orLater(request.get(), request);
    }

    /**
     * Returns the answer to a POST that does no harm twice.
     *
     * @param request sends it anew each time
     */
    public static HttpAnswer ofPost(Supplier<HttpAnswer> request) {
        long begin = System.nanoTime();
        HttpAnswer answer;
        try {
            answer = request.get();
        } catch (TransportException e) {
            if (!isBroken(e) || System.nanoTime() - begin > SOON) {
                throw e;
            }
            return request.get();
        }
        return orLater(answer, request);
    }

    private static HttpAnswer orLater(HttpAnswer answer, Supplier<HttpAnswer> request) {
        Duration pause = pause(answer);
        return pause != null && isOver(pause) ? request.get() : answer;
    }

    /** Nobody there, nobody trusted, nonsense and no answer in time would be the same at the second attempt. */
    private static boolean isBroken(TransportException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof SSLException) {
                return false;
            }
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Duration pause(HttpAnswer answer) {
        Duration wait = answer.retryAfter();
        return answer.status() == UNAVAILABLE && wait != null && wait.compareTo(LONGEST_PAUSE) <= 0
                ? wait.plus(MARGIN)
                : null;
    }

    private static boolean isOver(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
