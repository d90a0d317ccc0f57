package io.github.auth0jakarta.tenant;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets a test change what the tenant is about to send: the fault is in the content, not in the transport. */
public final class Hooks {

    private final Queue<UnaryOperator<TokenBuilder>> nextIdTokens = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<TokenBuilder>> nextAccessTokens = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<Map<String, Object>>> nextTokenResponses = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<TokenBuilder>> nextLogoutTokens = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<Map<String, String>>> nextAuthorizationResponses = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<Map<String, Object>>> nextUserInfos = new ConcurrentLinkedQueue<>();
    private volatile UnaryOperator<TokenBuilder> idToken = UnaryOperator.identity();
    private volatile UnaryOperator<Map<String, Object>> metadata = UnaryOperator.identity();
    private volatile UnaryOperator<Map<String, Object>> jwks = UnaryOperator.identity();

    Hooks() {}

    /** Changes the next ID token; several calls change several, in order. */
    public void nextIdToken(UnaryOperator<TokenBuilder> change) {
        nextIdTokens.add(change);
    }

    /** Changes every ID token until cleared. */
    public void everyIdToken(UnaryOperator<TokenBuilder> change) {
        idToken = change;
    }

    /** Changes the next access token that is a JWT. */
    public void nextAccessToken(UnaryOperator<TokenBuilder> change) {
        nextAccessTokens.add(change);
    }

    /** Changes the JSON of the next successful answer of the token endpoint; the map is mutable. */
    public void nextTokenResponse(UnaryOperator<Map<String, Object>> change) {
        nextTokenResponses.add(change);
    }

    /** Changes the parameters that the browser takes back to the client next, in whichever response mode; the map is mutable. */
    public void nextAuthorizationResponse(UnaryOperator<Map<String, String>> change) {
        nextAuthorizationResponses.add(change);
    }

    /** Changes the JSON of the next answer of the userinfo endpoint; the map is mutable. */
    public void nextUserInfo(UnaryOperator<Map<String, Object>> change) {
        nextUserInfos.add(change);
    }

    /** Changes the next logout token that the tenant sends. */
    public void nextLogoutToken(UnaryOperator<TokenBuilder> change) {
        nextLogoutTokens.add(change);
    }

    /** Changes the discovery document until cleared; the map is mutable. */
    public void metadata(UnaryOperator<Map<String, Object>> change) {
        metadata = change;
    }

    /** Changes the key set document until cleared; the map and its list are mutable. */
    public void jwks(UnaryOperator<Map<String, Object>> change) {
        jwks = change;
    }

    /** Forgets all changes. */
    public void clear() {
        nextIdTokens.clear();
        nextAccessTokens.clear();
        nextTokenResponses.clear();
        nextLogoutTokens.clear();
        nextAuthorizationResponses.clear();
        nextUserInfos.clear();
        idToken = UnaryOperator.identity();
        metadata = UnaryOperator.identity();
        jwks = UnaryOperator.identity();
    }

    TokenBuilder idToken(TokenBuilder token) {
        return apply(nextIdTokens.poll(), idToken.apply(token));
    }

    TokenBuilder accessToken(TokenBuilder token) {
        return apply(nextAccessTokens.poll(), token);
    }

    Map<String, Object> tokenResponse(Map<String, Object> response) {
        return apply(nextTokenResponses.poll(), response);
    }

    TokenBuilder logoutToken(TokenBuilder token) {
        return apply(nextLogoutTokens.poll(), token);
    }

    Map<String, String> authorizationResponse(Map<String, String> parameters) {
        return apply(nextAuthorizationResponses.poll(), parameters);
    }

    Map<String, Object> userInfo(Map<String, Object> claims) {
        return apply(nextUserInfos.poll(), claims);
    }

    Map<String, Object> changedMetadata(Map<String, Object> document) {
        return metadata.apply(document);
    }

    Map<String, Object> changedJwks(Map<String, Object> document) {
        return jwks.apply(document);
    }

    private static <T> T apply(@Nullable UnaryOperator<T> change, T value) {
        return change == null ? value : change.apply(value);
    }
}
