package io.github.auth0jakarta.sample.agent.assistant;

import java.util.List;

/**
 * A question and what came of it.
 *
 * @param question what the user asked
 * @param answer what the assistant says
 * @param hops all calls on the way, in order
 */
public record Conversation(String question, String answer, List<Hop> hops) {}
