package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.sample.agent.tools.RpcError.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The methods of the protocol that a server with tools has (MCP 2025-06-18). */
@ApplicationScoped
public class McpMethods {
    static final String PROTOCOL = "2025-06-18";

    @Inject
    private Tools tools;

    /**
     * Returns what a method returns, nothing for a notification.
     *
     * @throws RpcError where there is no such method, or where its parameters are wrong
     */
    JsonObject call(RpcRequest request) throws RpcError {
        return switch (request.method()) {
            case "initialize" -> initialize();
            case "notifications/initialized", "ping" -> JsonValue.EMPTY_JSON_OBJECT;
            case "tools/list" -> list();
            case "tools/call" -> call(request.params());
            default -> throw new RpcError(Code.METHOD_NOT_FOUND, "no such method");
        };
    }

    /** The client's version is not looked at: a server says which one it would have (MCP 2025-06-18, Lifecycle). */
    private static JsonObject initialize() {
        return Json.createObjectBuilder()
                .add("protocolVersion", PROTOCOL)
                .add("capabilities", Json.createObjectBuilder().add("tools", JsonValue.EMPTY_JSON_OBJECT))
                .add(
                        "serverInfo",
                        Json.createObjectBuilder()
                                .add("name", "cardinal-coffee")
                                .add("version", "1.0"))
                .build();
    }

    private static JsonObject list() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Tool tool : Tool.values()) {
            all.add(tool.description());
        }
        return Json.createObjectBuilder().add("tools", all).build();
    }

    private JsonObject call(JsonObject params) throws RpcError {
        Tool tool = tool(params);
        return ToolResult.of(tool.call(tools, arguments(params)));
    }

    private static Tool tool(JsonObject params) throws RpcError {
        if (params.get("name") instanceof JsonString name) {
            return Tool.named(name.getString());
        }
        throw new RpcError(Code.INVALID_PARAMS, "name is missing");
    }

    private static JsonObject arguments(JsonObject params) throws RpcError {
        if (params.getOrDefault("arguments", JsonValue.EMPTY_JSON_OBJECT) instanceof JsonObject arguments) {
            return arguments;
        }
        throw new RpcError(Code.INVALID_PARAMS, "arguments is not an object");
    }
}
