package io.github.auth0jakarta.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the tenant and how it was answered.
 *
 * @param method the HTTP method
 * @param path the path, as it came
 * @param query every value of every query parameter
 * @param form every value of every parameter of a form body
 * @param json the text of a JSON body, empty for any other
 * @param headers by lower-case name
 * @param status the status of the answer, 0 when the connection was dropped without one
 */
public record LoggedRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        String json,
        Map<String, List<String>> headers,
        int status) {

    static LoggedRequest of(Request request, Response response) {
        int status = response.delivery() == Response.Delivery.DROPPED ? 0 : response.status();
        return new LoggedRequest(
                request.method(),
                request.path(),
                request.query().values(),
                request.form().values(),
                request.form().values().isEmpty() ? request.body() : "",
                request.headers(),
                status);
    }

    /** Returns the first value of a form parameter, else of a query parameter, else null. */
    public @Nullable String parameter(String name) {
        List<String> found = form.getOrDefault(name, query.getOrDefault(name, List.of()));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Returns the first value of a header, whatever its case, or null. */
    public @Nullable String header(String name) {
        List<String> found = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names the request without its parameters, which may be secrets. */
    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}
