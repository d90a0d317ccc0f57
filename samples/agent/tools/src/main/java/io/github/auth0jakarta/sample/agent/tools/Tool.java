package io.github.auth0jakarta.sample.agent.tools;

import io.github.auth0jakarta.sample.agent.tools.RpcError.Code;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The tools as they are described to assistants. */
enum Tool {
    WHOAMI("whoami", "Says for whom the tools work, and who acts for them.") {
        @Override
        JsonObject call(Tools tools, JsonObject arguments) {
            return tools.whoami();
        }
    },
    LIST_ORDERS("list_orders", "Lists the user's orders.") {
        @Override
        JsonObject call(Tools tools, JsonObject arguments) {
            return tools.listOrders();
        }
    },
    PLACE_ORDER("place_order", "Orders something for the user.") {
        @Override
        JsonObject properties() {
            return Json.createObjectBuilder()
                    .add("item", Json.createObjectBuilder().add("type", "string"))
                    .build();
        }

        @Override
        JsonObject call(Tools tools, JsonObject arguments) throws RpcError {
            if (arguments.get("item") instanceof JsonString item) {
                return tools.placeOrder(item.getString());
            }
            throw new RpcError(Code.INVALID_PARAMS, "item is missing");
        }
    };

    private final String text;
    private final String purpose;

    Tool(String text, String purpose) {
        this.text = text;
        this.purpose = purpose;
    }

    static Tool named(String name) throws RpcError {
        for (Tool tool : values()) {
            if (tool.text.equals(name)) {
                return tool;
            }
        }
        throw new RpcError(Code.INVALID_PARAMS, "no such tool");
    }

    abstract JsonObject call(Tools tools, JsonObject arguments) throws RpcError;

    /** Returns what it takes, as JSON Schema has it; all of it is required. */
    JsonObject properties() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    JsonObject description() {
        JsonObject properties = properties();
        return Json.createObjectBuilder()
                .add("name", text)
                .add("description", purpose)
                .add(
                        "inputSchema",
                        Json.createObjectBuilder()
                                .add("type", "object")
                                .add("properties", properties)
                                .add("required", Json.createArrayBuilder(properties.keySet())))
                .build();
    }
}
