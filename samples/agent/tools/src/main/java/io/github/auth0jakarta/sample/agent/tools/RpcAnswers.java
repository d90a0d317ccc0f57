package io.github.auth0jakarta.sample.agent.tools;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Writes answers (JSON-RPC 2.0, 5). */
final class RpcAnswers {
    private RpcAnswers() {}

    static JsonObject result(RpcRequest request, JsonObject result) {
        return start(request.id()).add("result", result).build();
    }

    /** The id of a call that could not be read is null. */
    static JsonObject error(@Nullable RpcRequest request, RpcError error) {
        JsonObjectBuilder description = Json.createObjectBuilder()
                .add("code", error.code().number())
                .add("message", String.valueOf(error.getMessage()));
        return start(request == null ? null : request.id())
                .add("error", description)
                .build();
    }

    private static JsonObjectBuilder start(@Nullable JsonValue id) {
        return Json.createObjectBuilder().add("jsonrpc", "2.0").add("id", id == null ? JsonValue.NULL : id);
    }
}
