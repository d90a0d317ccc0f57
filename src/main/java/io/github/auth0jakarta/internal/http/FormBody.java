package io.github.auth0jakarta.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters in the order in which they were added. */
public final class FormBody {
    private final List<Map.Entry<String, String>> parameters = new ArrayList<>();

    /** Adds a parameter; one without a value is left out. */
    public FormBody add(String name, @Nullable String value) {
        if (value != null) {
            parameters.add(Map.entry(name, value));
        }
        return this;
    }

    /** Adds the parameters of another one. */
    public FormBody addAll(FormBody other) {
        parameters.addAll(other.parameters);
        return this;
    }

    /** Returns another one with the same parameters, to be added to on its own. */
    public FormBody copy() {
        return new FormBody().addAll(this);
    }

    /** Returns the parameters as they were added. */
    public List<Map.Entry<String, String>> parameters() {
        return List.copyOf(parameters);
    }

    /** Returns the text to send: the body of a form, or what stands behind the question mark of an address. */
    public String encoded() {
        StringBuilder encoded = new StringBuilder(256);
        for (Map.Entry<String, String> parameter : parameters) {
            if (encoded.length() > 0) {
                encoded.append('&');
            }
            encoded.append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return "FormBody";
    }
}
