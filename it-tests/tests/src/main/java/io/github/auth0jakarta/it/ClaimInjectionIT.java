package io.github.auth0jakarta.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.TokenBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** {@code @Claim} in the types of MicroProfile JWT 2.1, for callers with a token, with a login, and for nobody. */
class ClaimInjectionIT extends ClientTest {
    private static final String CLAIMS = "/api/claims";
    private static final String LASTING = CLAIMS + "/lasting";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with(ClaimsResource.class, LastingClaims.class)
                .build();
    }

    private TokenBuilder token(String sub, long level) {
        return accessToken(sub)
                .claim("level", level)
                .claim("staff", true)
                .claim("teams", List.of("red"))
                .claim("address", Map.of("locality", "Ulm"));
    }

    private Map<String, String> asCaller(TokenBuilder token, String path) {
        return texts(call(token.sign(), path));
    }

    private Map<String, String> asBrowser(String path) {
        return texts(browser.get(RequestKind.FETCH, APP + path));
    }

    private static Map<String, String> texts(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        JsonObject json = answer.json();
        Map<String, String> texts = new TreeMap<>();
        json.keySet().forEach(name -> texts.put(name, json.getString(name)));
        return texts;
    }

    @Test
    void eachTypeHasTheClaimOfTheToken() {
        assertThat(asCaller(token(Demo.ALICE_SUB, 7), CLAIMS))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("text", Demo.ALICE_SUB),
                        entry("standard", Demo.ALICE_SUB),
                        entry("number", "7"),
                        entry("primitiveNumber", "7"),
                        entry("flag", "true"),
                        entry("primitiveFlag", "true"),
                        entry("texts", "[red]"),
                        entry("jsonString", '"' + Demo.ALICE_SUB + '"'),
                        entry("jsonNumber", "7"),
                        entry("jsonValue", "true"),
                        entry("jsonArray", "[\"red\"]"),
                        entry("jsonObject", "{\"locality\":\"Ulm\"}"),
                        entry("optionalText", "Optional[" + Demo.ALICE_SUB + "]"),
                        entry("optionalNumber", "Optional[7]"),
                        entry("optionalFlag", "Optional[true]"),
                        entry("optionalTexts", "Optional[[red]]"),
                        entry("optionalObject", "Optional[{\"locality\":\"Ulm\"}]"),
                        entry("valueOfText", Demo.ALICE_SUB),
                        entry("valueOfNumber", "7"),
                        entry("valueOfFlag", "true"),
                        entry("valueOfTexts", "[red]"),
                        entry("valueOfArray", "[\"red\"]"),
                        entry("valueOfOptional", "Optional[" + Demo.ALICE_SUB + "]")));
    }

    @Test
    void withoutCallerAllAreEmpty() {
        assertThat(asBrowser(CLAIMS))
                .allSatisfy((name, text) -> assertThat(text).isEqualTo(empty(name)));
        assertThat(asBrowser(LASTING))
                .allSatisfy((name, text) -> assertThat(text).isEqualTo(empty(name)));
    }

    private static String empty(String name) {
        if (name.equals("primitiveNumber")) {
            return "0";
        }
        if (name.equals("primitiveFlag")) {
            return "false";
        }
        return name.toLowerCase(Locale.ROOT).contains("optional") ? "Optional.empty" : "null";
    }

    @Test
    void claimsThatATokenDoesNotHaveAreEmpty() {
        Map<String, String> claims = asCaller(accessToken(Demo.ALICE_SUB), CLAIMS);

        assertThat(claims)
                .containsEntry("text", Demo.ALICE_SUB)
                .containsEntry("number", "null")
                .containsEntry("texts", "null")
                .containsEntry("jsonObject", "null")
                .containsEntry("optionalFlag", "Optional.empty");
    }

    @Test
    void claimsOfALoginAreThoseOfTheIdToken() {
        logInAsAlice(browser);

        assertThat(asBrowser(CLAIMS)).containsEntry("text", Demo.ALICE_SUB).containsEntry("number", "null");
    }

    @Test
    void beanThatOutlivesARequestSeesEachCallersOwn() {
        assertThat(asCaller(token(Demo.ALICE_SUB, 7), LASTING)).isEqualTo(lasting(Demo.ALICE_SUB, 7));
        assertThat(asCaller(token(Demo.BOB_SUB, 8), LASTING)).isEqualTo(lasting(Demo.BOB_SUB, 8));
    }

    private static Map<String, String> lasting(String sub, long level) {
        return Map.ofEntries(
                entry("value", sub),
                entry("optionalValue", "Optional[" + sub + "]"),
                entry("provider", sub),
                entry("optionalProvider", "Optional[" + level + "]"),
                entry("instance", "[red]"),
                entry("jsonInstance", '"' + sub + '"'),
                entry("jsonProvider", "[\"red\"]"));
    }
}
