package io.github.auth0jakarta.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parameters in the order in which they were added, form-encoded as they come. */
public final class FormBody {
    private final StringBuilder encoded = new StringBuilder(256);

    /** Adds a parameter; one without a value is left out. */
    public FormBody add(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        if (encoded.length() > 0) {
            encoded.append('&');
        }
        encoded.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** Adds the parameters of another one. */
    public FormBody addAll(FormBody other) {
        if (encoded.length() > 0 && other.encoded.length() > 0) {
            encoded.append('&');
        }
        encoded.append(other.encoded);
        return this;
    }

    /** Returns another one with the same parameters, to be added to on its own. */
    public FormBody copy() {
        return new FormBody().addAll(this);
    }

    /** Returns the text to send: the body of a form, or what stands behind the question mark of an address. */
    public String encoded() {
        return encoded.toString();
    }

    @Override
    public String toString() {
        return "FormBody";
    }
}
