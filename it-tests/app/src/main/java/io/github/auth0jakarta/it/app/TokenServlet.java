package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what {@link AccessTokenService} returned for {@code audience} and {@code scope}; the token itself only as its SHA-256. */
@WebServlet("/page/token")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessTokenService accessTokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AccessToken token = accessTokens.accessToken(audience(request), scopes(request));
        JsonAnswer.write(response, json(token));
    }

    private static @Nullable String audience(HttpServletRequest request) {
        String audience = request.getParameter("audience");
        return audience == null || audience.isBlank() ? null : audience;
    }

    private static Set<String> scopes(HttpServletRequest request) {
        String scope = request.getParameter("scope");
        return scope == null || scope.isBlank() ? Set.of() : Set.of(scope.trim().split(" +"));
    }

    private static JsonObject json(AccessToken token) {
        return Json.createObjectBuilder()
                .add(
                        "audience",
                        token.audience().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .add("scope", String.join(" ", new TreeSet<>(token.scopes())))
                .add("expires_at", token.expiresAt().getEpochSecond())
                .add("token_type", token.type())
                .add("sha256", sha256(token.value()))
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
