package io.github.auth0jakarta.sample.agent.assistant;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Exception;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers a question of the user who is logged in, by a tool that it calls on behalf of that user. */
@ApplicationScoped
public class Assistant {
    /** What most tools need; what others need in addition they say when they are called. */
    private static final Set<String> SCOPES = Set.of("call:tools");

    private static final Pattern MISSING_SCOPE = Pattern.compile(
            "error=\"insufficient_scope\".*scope=\"([^\"]+)\"|scope=\"([^\"]+)\".*error=\"insufficient_scope\"");

    @Inject
    private Discovery discovery;

    @Inject
    private TokensForTools tokens;

    @Inject
    private Tools tools;

    /** Returns the answer and all calls that led to it. */
    public Conversation answer(Question question) {
        Trace trace = new Trace();
        return new Conversation(question.getText(), answer(question, trace), trace.hops());
    }

    private String answer(Question question, Trace trace) {
        try {
            tokens.check(discovery.authorizationServer(trace));
            AccessToken token = tokens.get(SCOPES, trace);
            begin(token, trace);
            Tools.Answer answer = call(question, token, trace);
            Optional<Set<String>> missing = missingScopes(answer);
            if (missing.isPresent()) {
                Set<String> more = new LinkedHashSet<>(SCOPES);
                more.addAll(missing.get());
                answer = call(question, tokens.get(more, trace), trace);
            }
            return spoken(question, answer);
        } catch (Auth0Exception e) {
            return "I may not do that for you (" + e.code() + ").";
        }
    }

    /** Gets to know the server as the protocol has it: its version and its tools. */
    private void begin(AccessToken token, Trace trace) {
        JsonObject params = Json.createObjectBuilder()
                .add("protocolVersion", Tools.PROTOCOL)
                .add("capabilities", JsonObject.EMPTY_JSON_OBJECT)
                .add(
                        "clientInfo",
                        Json.createObjectBuilder()
                                .add("name", "sample-assistant")
                                .add("version", "1.0"))
                .build();
        Tools.Answer started = tools.call(token, "initialize", params);
        add(trace, "initialize", started, "server", name(started));
        Tools.Answer noted = tools.notify(token, "notifications/initialized");
        add(trace, "notifications/initialized", noted);
        Tools.Answer listed = tools.call(token, "tools/list", JsonObject.EMPTY_JSON_OBJECT);
        add(trace, "tools/list", listed, "tools", names(listed));
    }

    private Tools.Answer call(Question question, AccessToken token, Trace trace) {
        JsonObject params = Json.createObjectBuilder()
                .add("name", question.tool())
                .add("arguments", question.arguments())
                .build();
        Tools.Answer answer = tools.call(token, "tools/call", params);
        JsonObject content = content(answer);
        addSight(content, trace);
        if (answer.challenge().isEmpty()) {
            add(trace, "tools/call " + question.tool(), answer);
        } else {
            add(trace, "tools/call " + question.tool(), answer, "WWW-Authenticate", answer.challenge());
        }
        return answer;
    }

    /** What the orders API told about its caller shows the call that the assistant cannot see. */
    private static void addSight(JsonObject content, Trace trace) {
        if (content.get("seen") instanceof JsonObject seen) {
            trace.add(
                    "Tools",
                    "Orders",
                    "with a token that the tools got in exchange for theirs; the orders API tells whom it saw",
                    200,
                    Trace.facts(
                            "sub",
                            seen.getString("sub"),
                            "act",
                            seen.getJsonArray("actors").getValuesAs(JsonString::getString).stream()
                                    .collect(Collectors.joining(", before it ")),
                            "scope",
                            seen.getString("scope")));
        }
    }

    private static String spoken(Question question, Tools.Answer answer) {
        if (!answer.isOk()) {
            return "The tools refused: HTTP " + answer.status() + ".";
        }
        JsonObject content = content(answer);
        return content.containsKey("problem")
                ? "That did not work: " + content.getString("problem") + "."
                : question.answer(content);
    }

    /** RFC 6750, 3.1: the challenge names the scopes that would do. */
    private static Optional<Set<String>> missingScopes(Tools.Answer answer) {
        Matcher challenge = MISSING_SCOPE.matcher(answer.challenge());
        if (answer.status() != 403 || !challenge.find()) {
            return Optional.empty();
        }
        String scopes = challenge.group(1) == null ? challenge.group(2) : challenge.group(1);
        return Optional.of(Set.copyOf(List.of(scopes.split(" ", -1))));
    }

    private static void add(Trace trace, String what, Tools.Answer answer, String... facts) {
        trace.add("Assistant", "Tools", what, answer.status(), Trace.facts(facts));
    }

    private static JsonObject result(Tools.Answer answer) {
        return answer.body().get("result") instanceof JsonObject result ? result : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static JsonObject content(Tools.Answer answer) {
        return result(answer).get("structuredContent") instanceof JsonObject content
                ? content
                : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static String name(Tools.Answer started) {
        return result(started).get("serverInfo") instanceof JsonObject info ? info.getString("name", "") : "";
    }

    private static String names(Tools.Answer listed) {
        return result(listed).getJsonArray("tools").getValuesAs(JsonObject.class).stream()
                .map(tool -> tool.getString("name"))
                .collect(Collectors.joining(", "));
    }
}
