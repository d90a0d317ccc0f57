package io.github.auth0jakarta.internal.authorization;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of annotations that also stand in a challenge, where a space separates them and quotes surround them (RFC 6749, 3.3;
 * RFC 9470, 3).
 */
final class ListedValues {
    /** RFC 6749, appendix A.4: {@code scope-token}. */
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private ListedValues() {}

    /**
     * Returns the values in their order.
     *
     * @throws IllegalArgumentException where one is empty, or has white space, a quote or a backslash
     */
    static Set<String> values(String... values) {
        for (String value : values) {
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("\"" + value + "\" cannot stand in a list that spaces separate");
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(values)));
    }
}
