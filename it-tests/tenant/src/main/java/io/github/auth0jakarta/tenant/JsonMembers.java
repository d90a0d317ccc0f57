package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that a client has sent, each checked when it is read. */
record JsonMembers(Map<String, Object> values) {

    private static final int LONGEST = 8 * 1024;

    /** Refuses an object that has other members than these. */
    void allowOnly(Set<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw malformed(name + " is not known here");
            }
        }
    }

    /** Returns a text, null where there is none. */
    @Nullable
    String find(String name) {
        Object value = values.get(name);
        if (value == null && !values.containsKey(name)) {
            return null;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
            return text;
        }
        throw malformed(name + " is no text, blank or too long");
    }

    String require(String name) {
        String text = find(name);
        if (text == null) {
            throw malformed(name + " is missing");
        }
        return text;
    }

    /** Returns whether a member is there and true. */
    boolean flag(String name) {
        Object value = values.getOrDefault(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw malformed(name + " is no boolean");
    }

    /** Returns an object, empty where there is none. */
    JsonMembers object(String name) {
        Object value = values.getOrDefault(name, Map.of());
        if (value instanceof Map<?, ?> object) {
            @SuppressWarnings("unchecked") // every JSON object that is read has this type
            Map<String, Object> members = (Map<String, Object>) object;
            return new JsonMembers(members);
        }
        throw malformed(name + " is no object");
    }

    static OAuthException malformed(String why) {
        return new OAuthException(OAuth2Error.INVALID_REQUEST, why);
    }
}
