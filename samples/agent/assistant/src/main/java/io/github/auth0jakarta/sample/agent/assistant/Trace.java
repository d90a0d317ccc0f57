package io.github.auth0jakarta.sample.agent.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the calls of one conversation. */
final class Trace {
    private final List<Hop> hops = new ArrayList<>();

    void add(String from, String to, String what, int status, Map<String, String> facts) {
        hops.add(new Hop(from, to, what, status, facts));
    }

    List<Hop> hops() {
        return List.copyOf(hops);
    }

    /** Returns facts in this order, names and texts by turns. */
    static Map<String, String> facts(String... namesAndTexts) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            facts.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return facts;
    }
}
