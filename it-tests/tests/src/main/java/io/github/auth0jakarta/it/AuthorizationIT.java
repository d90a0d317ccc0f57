package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.TokenBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @RequiresScope} and its like mean the same on resources, servlets and beans, on every server. */
class AuthorizationIT extends ClientTest {
    private static final List<String> PLACES = List.of("/api/requires/", "/api/bean/", "/test/bean/");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    private TokenBuilder reader() {
        return accessToken(Demo.BOB_SUB, "openid", "read:items");
    }

    private static String challenge(Answer answer) {
        return answer.header("WWW-Authenticate").orElse("");
    }

    /** The path of a thing that is asked for, and a claim that gives it. */
    record Asked(String path, String claim, Object good, Object bad) {

        @Override
        public String toString() {
            return path + " " + claim + " " + bad;
        }
    }

    static Stream<Asked> asked() {
        Map<String, Object> agentBefore = Map.of("sub", "other@clients", "act", Map.of("sub", "agent@clients"));
        return PLACES.stream()
                .flatMap(place -> Stream.of(
                        new Asked(
                                place + "permission", "permissions", List.of("write:orders"), List.of("WRITE:orders")),
                        new Asked(place + "permission", "permissions", List.of("write:orders"), "write:orders"),
                        new Asked(place + "organization", "org_id", "org_acme", "org_ACME"),
                        new Asked(place + "organization", "org_name", "globex", "org_acme"),
                        new Asked(place + "actor", "act", Map.of("sub", "agent@clients"), agentBefore),
                        new Asked(place + "actor", "act", Map.of("sub", "agent@clients"), Map.of("sub", "other"))));
    }

    @ParameterizedTest
    @MethodSource("asked")
    @Tag("AC-07")
    void onlyTheRightClaimIsLetIn(Asked asked) {
        Answer with = call(reader().claim(asked.claim(), asked.good()).sign(), asked.path());
        Answer without = call(reader().withoutClaim(asked.claim()).sign(), asked.path());
        Answer wrong = call(reader().claim(asked.claim(), asked.bad()).sign(), asked.path());

        assertThat(with.body()).contains("let in");
        for (Answer refused : List.of(without, wrong)) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("let in", "begun");
            assertThat(refused.json().getString("code")).startsWith("authorization.");
            assertThat(refused.header("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requires/scope",
                "/api/requires/permitted",
                "/api/bean/scope",
                "/test/bean/scope",
                "/test/bean/scope?wrapped",
                "/test/guarded/x",
                "/test/forward",
                "/test/async",
                "/api/requires/events"
            })
    @Tag("AC-06")
    @Tag("AC-24")
    void scopeIsComparedExactly(String path) {
        assertThat(call(reader().sign(), path).status()).isEqualTo(200);
        for (String scope : List.of("read:items-x", "READ:ITEMS", "read:item", "read", "xread:items", "read:items,x")) {
            assertInsufficientScope(call(accessToken(Demo.ALICE_SUB, scope).sign(), path), "read:items");
        }
        assertInsufficientScope(call(reader().withoutClaim("scope").sign(), path), "read:items");
        assertInsufficientScope(
                call(reader().claim("scope", List.of("read:items")).sign(), path), "read:items");
    }

    private static void assertInsufficientScope(Answer answer, String scope) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(challenge(answer))
                .startsWith("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"insufficient_scope\",\"code\":\"authorization.scope_missing\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requires/scope",
                "/api/bean/scope",
                "/test/bean/scope",
                "/test/bean/scope?wrapped",
                "/test/guarded/x",
                "/test/forward",
                "/test/async",
                "/api/requires/step-up",
                "/test/step-up",
                "/api/requires/events"
            })
    @Tag("AC-24")
    void programWithoutATokenIsChallenged(String path) {
        Answer answer = browser.get(RequestKind.FETCH, APP + path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("let in", "begun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/test/bean/scope", "/test/guarded/x", "/test/forward", "/test/step-up", "/test/organization"})
    void personIsSentToTheLogin(String path) {
        Answer answer = browser.visit(APP + path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow().toString()).startsWith(tenant.issuer());
    }

    @Test
    void methodsAnnotationReplacesThatOfItsClass() {
        String both = accessToken(Demo.BOB_SUB, "delete:items", "write:items").sign();

        assertThat(post(both, "/api/requires/scope").status()).isEqualTo(200);
        assertThat(call(both, "/api/bean/scopes").status()).isEqualTo(200);
        assertInsufficientScope(post(reader().sign(), "/api/requires/scope"), "write:items delete:items");
        assertInsufficientScope(call(reader().sign(), "/api/bean/scopes"), "write:items delete:items");
        assertThat(post(both, "/test/guarded/x").status()).isEqualTo(200);
        assertInsufficientScope(post(reader().sign(), "/test/guarded/x"), "write:items");
        assertInsufficientScope(call(both, "/test/guarded/x"), "read:items");
    }

    private Answer post(String token, String path) {
        return browser.post(RequestKind.PROGRAM, APP + path, bearer(token), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requires/step-up", "/api/bean/step-up", "/test/bean/step-up"})
    @Tag("AC-17")
    void stepUpIsChallengedUntilTheLoginIsStrongAndRecent(String path) {
        long now = Instant.now().getEpochSecond();
        for (TokenBuilder unmet : List.of(
                reader(),
                reader().claim("acr", "gold"),
                reader().claim("auth_time", now),
                reader().claim("acr", "silver").claim("auth_time", now),
                reader().claim("acr", "gold").claim("auth_time", now - 330),
                reader().claim("acr", List.of("gold")).claim("auth_time", now),
                reader().claim("acr", "gold").claim("auth_time", Long.toString(now)))) {
            Answer answer = call(unmet.sign(), path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(challenge(answer))
                    .startsWith("Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                            + " acr_values=\"gold platinum\", max_age=\"300\"");
        }

        assertThat(call(
                                reader().claim("acr", "platinum")
                                        .claim("auth_time", now - 200)
                                        .sign(),
                                path)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("AC-05")
    void machineIsNoUser() {
        Answer token = browser.post(
                RequestKind.PROGRAM,
                tenant.issuer() + "oauth/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", Demo.CLIENT_ID,
                        "client_secret", Demo.CLIENT_SECRET,
                        "audience", Demo.AUDIENCE));
        String machine = token.json().getString("access_token");

        Answer me = call(machine, "/api/me");

        assertThat(me.json().getString("caller")).isEqualTo(Demo.CLIENT_ID + "@clients");
        assertThat(me.json().getJsonArray("groups"))
                .noneMatch(group -> group.toString().equals("\"admin\""));
        assertThat(call(machine, "/api/roles/admin").status()).isEqualTo(403);
        assertThat(call(machine, "/test/admin").status()).isEqualTo(403);
        assertThat(call(machine, "/constraint/x").status()).isEqualTo(403);
    }
}
