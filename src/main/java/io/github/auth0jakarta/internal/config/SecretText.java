package io.github.auth0jakarta.internal.config;

/** A text that must not be seen: nothing but {@link #reveal()} gives it away. */
public final class SecretText {
    private final String text;

    public SecretText(String text) {
        this.text = text;
    }

    /** Returns the text. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "SecretText";
    }
}
