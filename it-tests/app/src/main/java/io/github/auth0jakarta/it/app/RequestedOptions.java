package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.LoginOptions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;

/** Options of a login as a test asks for them: {@code maxAge}, {@code acr}, {@code returnTo}, {@code note} or a parameter. */
final class RequestedOptions {

    private RequestedOptions() {}

    static LoginOptions of(HttpServletRequest request) {
        LoginOptions options = LoginOptions.defaults();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            options = with(options, parameter.getKey(), parameter.getValue()[0]);
        }
        return options;
    }

    private static LoginOptions with(LoginOptions options, String name, String value) {
        return switch (name) {
            case "by" -> options;
            case "maxAge" -> options.withMaxAge(Duration.ofSeconds(Long.parseLong(value)));
            case "acr" -> options.withAcrValues(value);
            case "returnTo" -> options.withReturnTo(value);
            case "note" -> options.withAppState(Map.of("note", value));
            default -> options.withParameter(name, value);
        };
    }
}
