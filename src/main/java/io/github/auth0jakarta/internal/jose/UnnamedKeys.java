package io.github.auth0jakarta.internal.jose;

/** Which tokens a key without {@code kid} verifies. */
public enum UnnamedKeys {
    /** Those that name no key either: what a provider publishes, it names as its tokens do. */
    FIT_UNNAMED_TOKENS,
    /** Those too that name a key which there is not: somebody has chosen this key by hand, often in PEM, which has no names. */
    FIT_ANY_TOKEN
}
