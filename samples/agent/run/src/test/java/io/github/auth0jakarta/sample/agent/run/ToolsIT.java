package io.github.auth0jakarta.sample.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools as assistants meet them, good ones and others. */
@ExtendWith(SharedAgent.class)
@SuppressWarnings("NullAway.Init")
class ToolsIT {
    private static final String ASSISTANT = "sample-assistant@clients";
    private static final String WHOAMI = "{\"name\":\"whoami\"}";
    private static final String LIST_ORDERS = "{\"name\":\"list_orders\",\"arguments\":{}}";
    private static final String PLACE_ORDER = "{\"name\":\"place_order\",\"arguments\":{\"item\":\"Cold brew\"}}";

    private static RunAgent sample;
    private static McpCaller caller;

    @BeforeAll
    static void find(RunAgent running) {
        sample = running;
        caller = new McpCaller(running.url());
    }

    @BeforeEach
    void reset() {
        sample.tenant().reset();
    }

    private static String token(String actor, String... scopes) {
        return sample.tenant()
                .tokens()
                .accessToken(Demo.ALICE_SUB, AgentTenant.ASSISTANT_CLIENT, AgentTenant.TOOLS, scopes)
                .claim("act", Map.of("sub", actor))
                .sign();
    }

    @Test
    void strangersAreToldWhereToFindOut() throws Exception {
        HttpResponse<String> answer = caller.call(null, "initialize", "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        String metadata = "/.well-known/oauth-protected-resource/mcp";
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anySatisfy(challenge -> assertThat(challenge)
                        .startsWith("Bearer")
                        .contains("resource_metadata=\"" + sample.url() + metadata + "\"")
                        .doesNotContain("error="));
        assertThat(caller.get(metadata).body())
                .contains(
                        "\"resource\":\"" + sample.url() + "/mcp\"",
                        "\"authorization_servers\":[\"" + sample.tenant().issuer() + "\"]",
                        "\"scopes_supported\":[\"call:tools\",\"place:orders\"]");
    }

    @Test
    void userAloneIsRefused() throws Exception {
        String token = sample.tenant()
                .tokens()
                .accessToken(Demo.ALICE_SUB, AgentTenant.ASSISTANT_CLIENT, AgentTenant.TOOLS, "call:tools")
                .sign();
        HttpResponse<String> answer = caller.call(token, "tools/call", WHOAMI);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("authorization.actor_mismatch");
    }

    @Test
    void otherActorIsRefused() throws Exception {
        HttpResponse<String> answer = caller.call(token("stranger@clients", "call:tools"), "tools/call", WHOAMI);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("authorization.actor_mismatch");
    }

    @Test
    void tokenForAnotherApiIsRefused() throws Exception {
        String token = sample.tenant()
                .tokens()
                .accessToken(Demo.ALICE_SUB, AgentTenant.ASSISTANT_CLIENT, AgentTenant.ORDERS, "call:tools")
                .claim("act", Map.of("sub", ASSISTANT))
                .sign();
        HttpResponse<String> answer = caller.call(token, "tools/call", WHOAMI);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
    }

    @Test
    void protocolBegins() throws Exception {
        String token = token(ASSISTANT, "call:tools");
        assertThat(caller.call(token, "initialize", "{}").body())
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":")
                .contains("\"protocolVersion\":\"2025-06-18\"", "\"tools\":{}");
        HttpResponse<String> noted =
                caller.send(token, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(noted.statusCode()).isEqualTo(202);
        assertThat(noted.body()).isEmpty();
        assertThat(caller.call(token, "tools/list", "{}").body())
                .contains("whoami", "list_orders", "place_order", "\"required\":[\"item\"]");
    }

    @Test
    void toolsKnowUserAndActor() throws Exception {
        HttpResponse<String> answer = caller.call(token(ASSISTANT, "call:tools"), "tools/call", WHOAMI);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"sub\":\"" + Demo.ALICE_SUB + "\"",
                        "\"actors\":[\"" + ASSISTANT + "\"]",
                        "\"isError\":false");
    }

    @Test
    void ordersSeeUserAndTools() throws Exception {
        HttpResponse<String> answer = caller.call(token(ASSISTANT, "call:tools"), "tools/call", LIST_ORDERS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Almond croissant", "\"sub\":\"" + Demo.ALICE_SUB + "\"", "sample-tools", "read:orders")
                .doesNotContain("write:orders");
        assertThat(sample.tenant().requests().count("/oauth/token")).isEqualTo(1);
    }

    @Test
    void toolThatNeedsMoreSaysSo() throws Exception {
        HttpResponse<String> refused = caller.call(token(ASSISTANT, "call:tools"), "tools/call", PLACE_ORDER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge ->
                        assertThat(challenge).contains("error=\"insufficient_scope\"", "scope=\"place:orders\""));
        HttpResponse<String> done =
                caller.call(token(ASSISTANT, "call:tools", "place:orders"), "tools/call", PLACE_ORDER);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Cold brew", "brewing", "write:orders");
    }

    @Test
    void problemsOfTheOrdersAreProblemsOfTheTool() throws Exception {
        String unknown = PLACE_ORDER.replace("Cold brew", "Tea");
        HttpResponse<String> answer =
                caller.call(token(ASSISTANT, "call:tools", "place:orders"), "tools/call", unknown);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("the orders API answered 400", "\"isError\":true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {                                                              | 400 | -32700
            []                                                             | 400 | -32600
            {"id":1,"method":"ping"}                                       | 400 | -32600
            {"jsonrpc":"2.0","id":1}                                       | 400 | -32600
            {"jsonrpc":"2.0","id":null,"method":"ping"}                    | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":"resources/list"}             | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"tools/call"}                 | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}     | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}} | 200 | -32602
            """)
    void wrongCallsAreErrorsOfJsonRpc(String body, int status, int code) throws Exception {
        HttpResponse<String> answer = caller.send(token(ASSISTANT, "call:tools"), body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\":{\"code\":" + code + ",").doesNotContain("\"result\"");
    }
}
