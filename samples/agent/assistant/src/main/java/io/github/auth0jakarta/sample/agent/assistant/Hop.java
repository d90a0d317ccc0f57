package io.github.auth0jakarta.sample.agent.assistant;

import java.util.Map;

/**
 * One call on the way from the user's question to its answer, as the page shows it.
 *
 * @param from who calls
 * @param to whom
 * @param what is called, and why
 * @param status of the answer
 * @param facts what matters in it, by name: claims of a token, the text of a challenge, and never a token
 */
public record Hop(String from, String to, String what, int status, Map<String, String> facts) {}
