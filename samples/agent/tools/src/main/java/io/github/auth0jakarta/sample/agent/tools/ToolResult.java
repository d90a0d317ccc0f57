package io.github.auth0jakarta.sample.agent.tools;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Writes what a tool returns as the protocol has it (MCP 2025-06-18, Tools). */
final class ToolResult {
    private ToolResult() {}

    /** The text is for clients that do not know structured content. */
    static JsonObject of(JsonObject content) {
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "text")
                                        .add("text", content.toString())))
                .add("structuredContent", content)
                .add("isError", content.containsKey("problem"))
                .build();
    }
}
