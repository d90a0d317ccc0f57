package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.sample.agent.tools.RpcError.Code;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * A call (JSON-RPC 2.0, 4).
 *
 * @param id what the answer repeats, null for a notification, which gets none
 * @param method what is called
 * @param params its parameters, empty where there are none
 */
record RpcRequest(@Nullable JsonValue id, String method, JsonObject params) {

    /**
     * Reads one call. Several in one message are none since version 2025-06-18 of MCP.
     *
     * @throws RpcError where it is no JSON, or no call
     */
    static RpcRequest parse(String body) throws RpcError {
        JsonObject message = object(value(body));
        if (!(message.get("jsonrpc") instanceof JsonString version
                && version.getString().equals("2.0"))) {
            throw new RpcError(Code.INVALID_REQUEST, "jsonrpc is not 2.0");
        }
        if (!(message.get("method") instanceof JsonString method)) {
            throw new RpcError(Code.INVALID_REQUEST, "method is missing");
        }
        return new RpcRequest(id(message.get("id")), method.getString(), params(message));
    }

    boolean isNotification() {
        return id == null;
    }

    private static JsonValue value(String body) throws RpcError {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            throw new RpcError(Code.PARSE_ERROR, "not JSON");
        }
    }

    private static JsonObject object(JsonValue value) throws RpcError {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new RpcError(Code.INVALID_REQUEST, "not one call");
    }

    /** MCP allows no null, which JSON-RPC discourages. */
    private static @Nullable JsonValue id(@Nullable JsonValue id) throws RpcError {
        if (id == null || id instanceof JsonString || id instanceof JsonNumber) {
            return id;
        }
        throw new RpcError(Code.INVALID_REQUEST, "id is neither text nor number");
    }

    private static JsonObject params(JsonObject message) throws RpcError {
        JsonValue params = message.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT);
        if (params instanceof JsonObject object) {
            return object;
        }
        throw new RpcError(Code.INVALID_PARAMS, "params is not an object");
    }
}
